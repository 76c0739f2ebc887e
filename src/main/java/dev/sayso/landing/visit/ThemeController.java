package dev.sayso.landing.visit;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.landing.PageTheme;
import dev.sayso.landing.PublishedPages;
import dev.sayso.shared.NotFoundException;

/**
 * Serves a page's own colour as a stylesheet, since no page carries styles within.
 */
@Controller
class ThemeController {

	private final PublishedPages pages;

	ThemeController(PublishedPages pages) {
		this.pages = pages;
	}

	/**
	 * The stylesheet.
	 * @param v the colour, so that a page in preview shows its own; the published one's
	 * where it is none
	 */
	@GetMapping("/p/{slug}/theme.css")
	ResponseEntity<String> theme(@PathVariable String slug, @RequestParam(defaultValue = "") String v) {
		String colour = v.matches("[0-9a-fA-F]{6}") ? "#" + v
				: this.pages.find(slug).map((page) -> page.brand().colour()).orElse(null);
		if (colour == null) {
			throw new NotFoundException("theme " + slug);
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.contentType(new MediaType("text", "css", java.nio.charset.StandardCharsets.UTF_8))
			.body(PageTheme.of(colour));
	}

}
