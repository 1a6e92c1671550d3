"""What cleaning needs to know of this site, read once a run."""

from importers.kinds import Surroundings
from importers.kinds.words import Words
from importers.models import ImportSource
from pages.kinds.agency.models import EntityPage
from rules.models import Term, Vocabulary
from rules.models.weights import weights


def load_surroundings(source: ImportSource) -> Surroundings:
    """Vocabularies with all spellings, and the bodies of the site by name."""
    terms = list(Term.objects.all())
    entities = EntityPage.objects.values_list("name", "credit_code")
    return Surroundings(
        categories=_words(terms, Vocabulary.PARTY_CATEGORY),
        penalty_types=_words(terms, Vocabulary.PENALTY_TYPE),
        identity_documents=_words(terms, Vocabulary.IDENTITY_DOCUMENT),
        entities=dict(entities),
        permit_kinds=_words(terms, Vocabulary.PERMIT_KIND),
        consistency=tuple(weights()),
        source_authority_name=source.entity.name if source.entity else "",
        source_authority_code=source.entity.credit_code if source.entity else "",
    )


def _words(terms: list[Term], vocabulary: str) -> Words:
    return Words.of(
        (spelling, term.code) for term in terms if term.vocabulary == vocabulary for spelling in term.spellings
    )
