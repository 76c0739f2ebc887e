package dev.sayso.landing.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.visit.PublicNotices;
import dev.sayso.landing.visit.PublicPageRenderer;
import dev.sayso.landing.visit.PublicResponse;
import dev.sayso.landing.visit.VisitorLimits;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.person.EmailAddress;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

/**
 * Where a visitor has their personal link sent to them. What is answered is the same for
 * each address, and nothing is looked up before it is.
 */
@Controller
@RequestMapping(PublicPath.LINKS + "{slug}")
class LinkRequestController implements PublicResponse.Served {

	/**
	 * What needs no quotation marks in an address: with them one has endless spellings.
	 */
	private static final String PART = "[^@\\s\\p{Z}\\p{C}<>,;:()\\[\\]\"\\\\]";

	private static final Pattern ADDRESS = Pattern.compile(PART + "{1,100}@" + PART + "+\\." + PART + "+");

	private static final int LONGEST = 254;

	private final PublishedPages pages;

	private final LinkRequests requests;

	private final VisitorLimits limits;

	private final PublicNotices notices;

	private final PublicPageRenderer renderer;

	private final CurrentUser visitor;

	LinkRequestController(PublishedPages pages, LinkRequests requests, VisitorLimits limits, PublicNotices notices,
			PublicPageRenderer renderer, CurrentUser visitor) {
		this.pages = pages;
		this.requests = requests;
		this.limits = limits;
		this.notices = notices;
		this.renderer = renderer;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String slug, HttpServletRequest request) {
		boolean sent = request.getParameter("sent") != null;
		return page(HttpStatus.OK, find(slug), VisitorRequest.of(request, false), sent, "", null);
	}

	@PostMapping
	ResponseEntity<byte[]> send(@PathVariable String slug, HttpServletRequest request) {
		PublishedPage page = find(slug);
		VisitorRequest visitorRequest = VisitorRequest.of(request, this.visitor.user().isPresent());
		if (visitorRequest.console()) {
			return this.notices.console(visitorRequest);
		}
		String typed = Optional.ofNullable(request.getParameter("field.email")).orElse("").strip();
		String address = EmailAddress.normalize(typed);
		if (typed.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
			return page(HttpStatus.UNPROCESSABLE_CONTENT, page, visitorRequest, false,
					typed.substring(0, Math.min(LONGEST, typed.length())), "public.link.fault");
		}
		long wait = Math.max(this.limits.fromNetwork(visitorRequest.remote()),
				this.limits.aboutAddress(address + "null"));
		if (wait > 0) {
			return PublicResponse.later(
					page(HttpStatus.TOO_MANY_REQUESTS, page, visitorRequest, false, typed, "public.link.busy"), wait);
		}
		long begun = System.nanoTime();
		String language = language(visitorRequest);
		this.requests.send(page, address, language);
		this.limits.waitSince(begun);
		return PublicResponse.go(PublicPath.LINKS + page.slug() + "?sent=on&lang=" + language);
	}

	private ResponseEntity<byte[]> page(HttpStatus status, PublishedPage page, VisitorRequest request, boolean sent,
			String typed, @Nullable String fault) {
		Map<String, Object> model = new HashMap<>();
		model.put("path", PublicPath.LINKS + page.slug() + "?lang=" + language(request));
		model.put("back", "/p/" + page.slug() + "?lang=" + language(request));
		model.put("sent", sent);
		model.put("typed", typed);
		model.put("fault", fault);
		return this.renderer.once(status, this.notices.frame(sent ? "public.link.sent" : "public.link", request, null),
				"link", model);
	}

	private static String language(VisitorRequest request) {
		return PublicNotices.locale(request, null).toLanguageTag();
	}

	/** Where a link leads somewhere that names no service, and a mail can bring it. */
	private PublishedPage find(String slug) {
		return this.pages.find(slug.toLowerCase(Locale.ROOT), null)
			.filter((page) -> !page.closed() && !page.lacksService() && this.requests.canSend())
			.orElseThrow(() -> new NotFoundException("page " + slug));
	}

}
