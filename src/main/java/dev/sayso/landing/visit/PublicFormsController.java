package dev.sayso.landing.visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.SignedInVisitor;

/**
 * Serves landing pages to whoever opens their links, and takes what they send.
 */
@Controller
@RequestMapping("/p/{slug}")
class PublicFormsController {

	private final PublishedPages editions;

	private final LinkRecipients recipients;

	private final PageOpening open;

	private final PublicFormSubmission take;

	private final SignedInVisitor visitor;

	PublicFormsController(PublishedPages editions, LinkRecipients recipients, PageOpening open,
			PublicFormSubmission take, SignedInVisitor visitor) {
		this.editions = editions;
		this.recipients = recipients;
		this.open = open;
		this.take = take;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<String> show(@PathVariable String slug, HttpServletRequest request) {
		PublishedPage edition = edition(slug);
		return edition.closed() ? this.open.closed(edition, visit(request))
				: this.open.form(edition, null, "/p/" + slug, visit(request));
	}

	@GetMapping("/{token}")
	ResponseEntity<String> show(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		PublishedPage edition = edition(slug);
		LinkRecipient person = person(edition, token);
		return shut(edition) ? this.open.closed(edition, visit(request))
				: this.open.form(edition, person, "/p/" + slug + "/" + token, visit(request));
	}

	@PostMapping
	ResponseEntity<String> send(@PathVariable String slug, HttpServletRequest request) {
		PublishedPage edition = edition(slug, request);
		return edition.closed() ? this.open.closed(edition, visit(request))
				: this.take.visitor(edition, "/p/" + slug, PublicFormBody.of(request), visit(request));
	}

	@PostMapping("/{token}")
	ResponseEntity<String> send(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		PublishedPage edition = edition(slug, request);
		LinkRecipient person = person(edition, token);
		return shut(edition) ? this.open.closed(edition, visit(request)) : this.take.person(edition, person,
				"/p/" + slug + "/" + token, PublicFormBody.of(request), visit(request));
	}

	/**
	 * A page that can write a no keeps working for the links already sent.
	 */
	private static boolean shut(PublishedPage edition) {
		return edition.closed() && !edition.stopsContact();
	}

	private PublishedPage edition(String slug) {
		return this.editions.find(slug).orElseThrow(() -> new NotFoundException("page " + slug));
	}

	/**
	 * The page as it was when the form was opened, so that what proves the say is what
	 * was shown.
	 */
	private PublishedPage edition(String slug, HttpServletRequest request) {
		String version = request.getParameter("version");
		boolean named = version != null && version.matches("[0-9]{1,9}");
		return this.editions.find(slug, named ? Integer.valueOf(version) : null)
			.orElseThrow(() -> new NotFoundException("page " + slug));
	}

	private LinkRecipient person(PublishedPage edition, String token) {
		return this.recipients.find(edition, token).orElseThrow(() -> new NotFoundException("link"));
	}

	private VisitorRequest visit(HttpServletRequest request) {
		return VisitorRequest.of(request, this.visitor.user().isPresent());
	}

}
