"""What cleaning needs to know of this site, read once a run."""

from importers.formats import ImportContext
from importers.models import ImportSource
from pages.kinds.agency.models import AgencyPage
from records.types.columns.words import Words
from rules.models import Term, Vocabulary
from rules.models.weights import weights


def load_surroundings(source: ImportSource) -> ImportContext:
    """Vocabularies with all spellings, and the bodies of the site by name."""
    terms = list(Term.objects.all())
    agencies = AgencyPage.objects.values_list("name", "credit_code")
    return ImportContext(
        categories=_words(terms, Vocabulary.PARTY_CATEGORY),
        penalty_types=_words(terms, Vocabulary.PENALTY_TYPE),
        identity_documents=_words(terms, Vocabulary.IDENTITY_DOCUMENT),
        agencies=dict(agencies),
        permit_kinds=_words(terms, Vocabulary.PERMIT_KIND),
        consistency=tuple(weights()),
        source_agency_name=source.agency.name if source.agency else "",
        source_agency_code=source.agency.credit_code if source.agency else "",
    )


def _words(terms: list[Term], vocabulary: str) -> Words:
    return Words.of(
        (spelling, term.code) for term in terms if term.vocabulary == vocabulary for spelling in term.spellings
    )
