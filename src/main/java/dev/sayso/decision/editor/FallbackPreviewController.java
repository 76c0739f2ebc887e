package dev.sayso.decision.editor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.CompiledRepresentation;
import dev.sayso.offer.FilledText;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Templates;
import dev.sayso.shared.NotFoundException;

/**
 * Shows what a fallback offer says, in a page that can do nothing.
 */
@Controller
class FallbackPreviewController {

	private static final String POLICY = "sandbox; default-src 'none'; img-src https: data:; "
			+ "style-src 'unsafe-inline'; frame-ancestors 'self'";

	private final DecisionCatalogue catalogue;

	private final Templates templates;

	FallbackPreviewController(DecisionCatalogue catalogue, Templates templates) {
		this.catalogue = catalogue;
		this.templates = templates;
	}

	@GetMapping("/decisions/{id}/fallback/preview")
	ResponseEntity<String> preview(@RequestParam(defaultValue = "") String offer,
			@RequestParam(defaultValue = "") String placement, @RequestParam(defaultValue = "") String language) {
		ApprovedOffer shown = this.catalogue.fallbacks()
			.stream()
			.filter((one) -> one.slug().equals(offer))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("fallback offer " + offer));
		Placement place = this.catalogue.look()
			.placement(placement)
			.orElseThrow(() -> new NotFoundException("placement " + placement));
		Representation said = shown.content()
			.representations()
			.stream()
			.filter((one) -> one.placement().equals(placement) && one.language().equals(language))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("representation of " + offer));
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header("Content-Security-Policy", POLICY)
			.body(page(shown, place.format(), said));
	}

	private String page(ApprovedOffer offer, ContentFormat format, Representation said) {
		Locale locale = Locale.forLanguageTag(said.language());
		Map<String, Object> facts = Map.of("name", offer.name(), "attributes", offer.content().attributes());
		return "<!doctype html><html lang=\"" + locale.toLanguageTag() + "\"><head><meta charset=\"utf-8\"><title>"
				+ HtmlUtils.htmlEscape(offer.name()) + "</title><style>body{margin:12px;font:14px/1.45 system-ui,"
				+ "sans-serif;color:#171b26;background:#fff;overflow-wrap:break-word}pre{white-space:pre-wrap;margin:0}"
				+ "img{max-width:100%}</style></head><body>" + body(format, said, facts, locale) + "</body></html>";
	}

	private String body(ContentFormat format, Representation said, Map<String, Object> facts, Locale locale) {
		try {
			FilledText text = CompiledRepresentation.compile(this.templates, format, said, null)
				.fill(null, Map.of(), facts, locale);
			return switch (format.type()) {
				case HTML, FIELDS -> text.content();
				case IMAGE_LINK -> "<img src=\"" + HtmlUtils.htmlEscape(text.content()) + "\" alt=\""
						+ HtmlUtils.htmlEscape((text.alt() != null) ? text.alt() : "") + "\">";
				case TEXT, JSON -> "<pre>" + HtmlUtils.htmlEscape(text.content()) + "</pre>";
			};
		}
		catch (InvalidTemplateException ex) {
			return "<pre>" + HtmlUtils.htmlEscape(said.content()) + "</pre>";
		}
	}

}
