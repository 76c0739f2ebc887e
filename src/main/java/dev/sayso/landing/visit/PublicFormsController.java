package dev.sayso.landing.visit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.landing.PageServices;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.UnplacedStops;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.theme.ThemeStyle;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

/**
 * Serves landing pages to whoever opens their links, and takes what they send.
 */
@Controller
@RequestMapping("/p/{slug}")
class PublicFormsController {

	private final PublishedPages pages;

	private final LinkRecipients recipients;

	private final PageOpening opening;

	private final PublicFormSubmission formSubmission;

	private final PublicNotices notices;

	private final CurrentUser visitor;

	private final UnplacedStops unplaced;

	private final PageServices services;

	PublicFormsController(PublishedPages pages, LinkRecipients recipients, PageOpening opening,
			PublicFormSubmission formSubmission, PublicNotices notices, CurrentUser visitor, UnplacedStops unplaced,
			PageServices services) {
		this.services = services;
		this.unplaced = unplaced;
		this.pages = pages;
		this.recipients = recipients;
		this.opening = opening;
		this.formSubmission = formSubmission;
		this.notices = notices;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String slug, HttpServletRequest request) {
		PublishedPage page = named(this.pages.get(slug, null), request);
		return shutToVisitors(page) ? this.opening.closed(page, visitorRequest(request))
				: this.opening.form(page, null, "/p/" + slug, visitorRequest(request));
	}

	@GetMapping("/{token}")
	ResponseEntity<byte[]> show(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		LinkRecipients.Opened opened = open(this.pages.get(slug, null), token);
		PublishedPage page = opened.page();
		if (opened.outdated()) {
			return this.notices.outdated(page, "/p/" + slug + "/" + token, PublicNotices.Outdated.ASKS,
					visitorRequest(request));
		}
		return shut(page) ? this.opening.closed(page, visitorRequest(request))
				: this.opening.form(page, opened.recipient(), "/p/" + slug + "/" + token, visitorRequest(request));
	}

	@PostMapping
	ResponseEntity<byte[]> send(@PathVariable String slug, HttpServletRequest request) {
		PublishedPage page = named(page(slug, request), request);
		VisitorRequest visitorRequest = visitorRequest(request);
		if (shutToVisitors(page) || visitorRequest.console()) {
			return refused(page, shutToVisitors(page), visitorRequest);
		}
		return this.formSubmission.submitAsVisitor(page, "/p/" + slug, PublicFormBody.of(request, page),
				visitorRequest);
	}

	@PostMapping("/{token}")
	ResponseEntity<byte[]> send(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
		PublicFormBody click = PublicFormBody.of(request);
		if (click.oneClick()) {
			return oneClick(slug, token, click, request);
		}
		LinkRecipients.Opened opened = open(page(slug, request), token);
		PublishedPage page = opened.page();
		VisitorRequest visitorRequest = visitorRequest(request);
		if (visitorRequest.console()) {
			return refused(page, shut(page), visitorRequest);
		}
		PublicFormBody body = PublicFormBody.of(request, page);
		String path = "/p/" + slug + "/" + token;
		if (!opened.outdated()) {
			try {
				return shut(page) ? this.opening.closed(page, visitorRequest)
						: this.formSubmission.submit(page, opened.recipient(), path, body, visitorRequest);
			}
			catch (OptimisticLockingFailureException ex) {
				if (!open(page, token).outdated()) {
					throw ex;
				}
			}
		}
		return this.notices.outdated(page, path, this.formSubmission.submitOutdated(page, opened.recipient(), body,
				visitorRequest, request.getParameter(PublicFormBody.STOP_PAGE) != null), visitorRequest);
	}

	/**
	 * A service for mail that is told of a fault repeats it, or reports it (RFC 8058,
	 * 3.2).
	 */
	private ResponseEntity<byte[]> oneClick(String slug, String token, PublicFormBody body,
			HttpServletRequest request) {
		try {
			LinkRecipients.Opened opened = open(page(slug, request), token);
			return this.formSubmission.oneClick(opened.page(), opened.recipient(), body,
					VisitorRequest.of(request, false));
		}
		catch (NotFoundException ex) {
			this.unplaced.count();
			return PublicResponse.done();
		}
	}

	/**
	 * A page's own look as a stylesheet, since no page carries styles within.
	 * @param v the look, so that a page in preview shows its own; the published one's
	 * where it is none
	 */
	@GetMapping("/theme.css")
	ResponseEntity<String> theme(@PathVariable String slug, @RequestParam(defaultValue = "") String v) {
		ThemeStyle style = ThemeStyle.parse(v)
			.or(() -> this.pages.find(slug, null).map((page) -> page.brand().style()))
			.orElseThrow(() -> new NotFoundException("theme " + slug));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.body(style.css());
	}

	/**
	 * Answers below a word that stands for something else, where nothing of that was
	 * found: a page that had the word for its key before keeps what was sent out.
	 */
	Optional<ResponseEntity<?>> answerReserved(HttpServletRequest request) {
		String[] path = request.getRequestURI().split("/");
		if (path.length != 4 || !PublicPath.RESERVED.contains(path[2])) {
			return Optional.empty();
		}
		try {
			return Optional.of(request.getMethod().equals("POST") ? send(path[2], path[3], request)
					: (path[3].equals("theme.css")
							? theme(path[2], Objects.requireNonNullElse(request.getParameter("v"), ""))
							: show(path[2], path[3], request)));
		}
		catch (NotFoundException ex) {
			return Optional.empty();
		}
	}

	/** Only the person themself answers on their page. */
	private ResponseEntity<byte[]> refused(PublishedPage page, boolean shut, VisitorRequest request) {
		return shut ? this.opening.closed(page, request) : this.notices.console(page, request);
	}

	/** A page that can write a no keeps working for the links already sent or printed. */
	private static boolean shut(PublishedPage page) {
		return page.closed() && !page.stopsContact();
	}

	private static boolean shutToVisitors(PublishedPage page) {
		return shut(page) || page.opensAt() != null;
	}

	/**
	 * The page as it was when the form was opened, so that what proves the say is what
	 * was shown.
	 */
	private PublishedPage page(String slug, HttpServletRequest request) {
		String version = request.getParameter("version");
		boolean named = version != null && version.matches("[0-9]{1,9}");
		return this.pages.get(slug, named ? Integer.valueOf(version) : null);
	}

	private LinkRecipients.Opened open(PublishedPage page, String token) {
		return this.recipients.open(page, token).orElseThrow(() -> new NotFoundException("link"));
	}

	/**
	 * The page about the service that a public link names, where it has none of its own.
	 * A no is taken to one that is gone, too.
	 */
	private PublishedPage named(PublishedPage page, HttpServletRequest request) {
		return !page.lacksService() ? page
				: Optional.ofNullable(request.getParameter("service"))
					.filter((key) -> this.services.find(key).isPresent() || (page.kind().writesNo() && isKey(key)))
					.map(page::about)
					.orElseThrow(() -> new NotFoundException("service of page " + page.slug()));
	}

	private static boolean isKey(String text) {
		return text.matches("[a-z0-9-]{1,100}");
	}

	private VisitorRequest visitorRequest(HttpServletRequest request) {
		return VisitorRequest.of(request, this.visitor.user().isPresent());
	}

}
