package dev.sayso.offer.collection;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.page.ConsolePage;

/**
 * A collection's form while somebody edits: nothing is saved. A form of a collection that
 * is there already says PUT.
 */
@ConsolePage
class CollectionDraftController {

	private final Collections collections;

	private final DraftCollection drafts;

	CollectionDraftController(Collections collections, DraftCollection drafts) {
		this.collections = collections;
		this.drafts = drafts;
	}

	@RequestMapping(path = "/collections/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed,
			@RequestParam(defaultValue = "") String act) {
		String edited = CatalogueForm.first(typed, "collection");
		CollectionForm form = CollectionForm.read(typed);
		return this.drafts.redraw(edited.isEmpty() ? form : form.about(this.collections.get(edited)), act);
	}

}
