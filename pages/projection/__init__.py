"""One truth for everything public: projecting pages into ``PublicRecord`` and feeding the outbox."""
