"""What cleaning needs to know of this site, read once a run."""

from collections import defaultdict

from importers.formats import ImportContext
from importers.models import ImportSource
from pages.kinds.agency.models import AgencyPage
from records.types.columns.words import Words
from rules.models import Term
from rules.models.weights import weights


def load_surroundings(source: ImportSource) -> ImportContext:
    """Vocabularies with all spellings, and the bodies of the site by name."""
    spelled: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term in Term.objects.all():
        spelled[term.vocabulary] += [(spelling, term.code) for spelling in term.spellings]
    return ImportContext(
        words={vocabulary: Words.of(pairs) for vocabulary, pairs in spelled.items()},
        agencies=dict(AgencyPage.objects.values_list("name", "credit_code")),
        consistency=tuple(weights()),
        source_agency_name=source.agency.name if source.agency else "",
        source_agency_code=source.agency.credit_code if source.agency else "",
    )
