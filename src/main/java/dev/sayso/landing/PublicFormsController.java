package dev.sayso.landing;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.shared.NotFound;
import dev.sayso.shared.Visitor;

/**
 * Serves landing pages to whoever opens their links, and takes what they send.
 */
@Controller
@RequestMapping("/p/{slug}")
class PublicFormsController {

	private final Editions editions;

	private final Recipients recipients;

	private final OpenPage open;

	private final TakeForm take;

	private final Visitor visitor;

	PublicFormsController(Editions editions, Recipients recipients, OpenPage open, TakeForm take, Visitor visitor) {
		this.editions = editions;
		this.recipients = recipients;
		this.open = open;
		this.take = take;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<String> show(@PathVariable String slug, HttpServletRequest request) {
		Edition edition = edition(slug);
		return edition.closed() ? this.open.closed(edition, visit(request))
				: this.open.form(edition, null, "/p/" + slug, visit(request));
	}

	@GetMapping("/{token}")
	ResponseEntity<String> show(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		Edition edition = edition(slug);
		Person person = person(edition, token);
		return shut(edition) ? this.open.closed(edition, visit(request))
				: this.open.form(edition, person, "/p/" + slug + "/" + token, visit(request));
	}

	@PostMapping
	ResponseEntity<String> send(@PathVariable String slug, HttpServletRequest request) {
		Edition edition = edition(slug, request);
		return edition.closed() ? this.open.closed(edition, visit(request))
				: this.take.visitor(edition, "/p/" + slug, Posted.of(request), visit(request));
	}

	@PostMapping("/{token}")
	ResponseEntity<String> send(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		Edition edition = edition(slug, request);
		Person person = person(edition, token);
		return shut(edition) ? this.open.closed(edition, visit(request))
				: this.take.person(edition, person, "/p/" + slug + "/" + token, Posted.of(request), visit(request));
	}

	/**
	 * A page that can write a no keeps working for the links already sent.
	 */
	private static boolean shut(Edition edition) {
		return edition.closed() && !edition.stopsContact();
	}

	private Edition edition(String slug) {
		return this.editions.find(slug).orElseThrow(() -> new NotFound("page " + slug));
	}

	/**
	 * The page as it was when the form was opened, so that what proves the say is what
	 * was shown.
	 */
	private Edition edition(String slug, HttpServletRequest request) {
		String version = request.getParameter("version");
		boolean named = version != null && version.matches("[0-9]{1,9}");
		return this.editions.find(slug, named ? Integer.valueOf(version) : null)
			.orElseThrow(() -> new NotFound("page " + slug));
	}

	private Person person(Edition edition, String token) {
		return this.recipients.find(edition, token).orElseThrow(() -> new NotFound("link"));
	}

	private Visit visit(HttpServletRequest request) {
		return Visit.of(request, this.visitor.user().isPresent());
	}

}
