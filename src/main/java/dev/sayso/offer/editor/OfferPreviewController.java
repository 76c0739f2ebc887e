package dev.sayso.offer.editor;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.Version;

/**
 * Shows what an offer says as somebody would see it: the draft, the draft as it is being
 * typed, or a version. Nothing in it runs, sends or leads anywhere.
 */
@Controller
@RequestMapping("/offers")
class OfferPreviewController {

	private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'self' 'unsafe-inline';"
			+ " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final Offers offers;

	private final OfferVersions versions;

	private final OfferPreview preview;

	private final OfferFormParser parser;

	OfferPreviewController(Offers offers, OfferVersions versions, OfferPreview preview, OfferFormParser parser) {
		this.offers = offers;
		this.versions = versions;
		this.preview = preview;
		this.parser = parser;
	}

	@GetMapping("/{id}/preview")
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String shown,
			@RequestParam(defaultValue = "") String profile, @RequestParam(required = false) @Nullable Integer version,
			HttpServletResponse response) {
		Offer offer = this.offers.get(id);
		OfferContent content = (version == null) ? offer.draft()
				: this.versions.find(offer.id(), version)
					.map(Version::content)
					.orElseThrow(() -> new NotFoundException("version " + version + " of offer " + id));
		return page(this.preview.render(offer.name(), content, shown, profile), response);
	}

	/** What is typed and not saved; nothing is written. */
	@RequestMapping(path = "/preview", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView show(@ModelAttribute("form") OfferForm form, @RequestParam MultiValueMap<String, String> fields,
			HttpServletResponse response) {
		OfferDraft draft = this.parser.parse(OfferEdit.read(form, fields, null),
				new BeanPropertyBindingResult(form, "form"));
		return page(this.preview.render(draft.name(), draft.content(), form.shown(), form.profile()), response);
	}

	private static ModelAndView page(OfferPreview.Rendered rendered, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("offer/editor/preview").addObject("rendered", rendered);
	}

}
