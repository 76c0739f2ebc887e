package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.WebUtils;

import dev.sayso.consent.receipt.ConsentRecord;
import dev.sayso.consent.receipt.Receipt;
import dev.sayso.consent.receipt.ReceiptMessages;
import dev.sayso.consent.receipt.ReceiptVerification;
import dev.sayso.consent.receipt.ReceiptVerification.Result;
import dev.sayso.consent.receipt.ReceiptView;
import dev.sayso.consent.receipt.Receipts;
import dev.sayso.landing.request.LenientRequest;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NotFoundException;

/**
 * The receipt of a form for whoever sent it by a personal link, known by the token of its
 * result: to a visitor nobody identified it would tell whether their address is known.
 * And the page where anybody checks one, as a file or as text, of which nothing is kept.
 */
@Controller
class ReceiptsController {

	/** Where anybody checks one. */
	static final String VERIFY = "/verify";

	private static final MediaType JWS = MediaType.parseMediaType("application/jose");

	private final LinkToken tokens;

	private final Submissions submissions;

	private final Receipts receipts;

	private final ReceiptVerification verification;

	private final ReceiptMessages messages;

	private final PublicMessages publicMessages;

	private final PublicNotices notices;

	private final PublicPageRenderer renderer;

	ReceiptsController(LinkToken tokens, Submissions submissions, Receipts receipts, ReceiptVerification verification,
			ReceiptMessages messages, PublicMessages publicMessages, PublicNotices notices,
			PublicPageRenderer renderer) {
		this.publicMessages = publicMessages;
		this.tokens = tokens;
		this.submissions = submissions;
		this.receipts = receipts;
		this.verification = verification;
		this.messages = messages;
		this.notices = notices;
		this.renderer = renderer;
	}

	@GetMapping(PublicPath.RECEIPTS + "{token}")
	ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
		Receipt receipt = receipt(token);
		VisitorRequest visitorRequest = VisitorRequest.of(request, false);
		Locale locale = PublicNotices.locale(visitorRequest, receipt.record().language());
		ReceiptView view = this.messages.view(receipt.record(), receipt.signed().kid(), locale,
				this.publicMessages.zone(receipt.profile()));
		PublicFrameView frame = this.notices.frame("public.receipt", visitorRequest, receipt.record().language(),
				view.day());
		return this.renderer.once(HttpStatus.OK, frame, "receipt", Map.of("receipt", view, "file",
				PublicPath.RECEIPTS + token + ".jws", "jws", receipt.signed().compact()));
	}

	@GetMapping(PublicPath.RECEIPTS + "{token}.jws")
	ResponseEntity<byte[]> file(@PathVariable String token) {
		return PublicResponse.file(receipt(token).signed().compact(), JWS, "receipt.jws");
	}

	@GetMapping(VERIFY)
	ResponseEntity<byte[]> ask(HttpServletRequest request) {
		PublicFrameView frame = this.notices.frame("public.verify", VisitorRequest.of(request, false), null);
		return this.renderer.once(HttpStatus.OK, frame, "verify", Map.of());
	}

	@PostMapping(VERIFY)
	ResponseEntity<byte[]> check(HttpServletRequest request) {
		LenientRequest sent = Objects.requireNonNullElseGet(WebUtils.getNativeRequest(request, LenientRequest.class),
				() -> new LenientRequest(request));
		VisitorRequest visitorRequest = VisitorRequest.of(request, false);
		Result result = this.verification.verify(sent.texts());
		Locale locale = PublicNotices.locale(visitorRequest, null);
		Map<String, Object> model = new HashMap<>();
		model.put("why", switch (result.outcome()) {
			case VALID -> "public.verify.genuine";
			case UNREADABLE -> "public.verify.unreadable";
			case OTHER_ALGORITHM -> "public.verify.other-algorithm";
			case UNKNOWN_KEY -> "public.verify.unknown-key";
			case CHANGED -> "public.verify.changed";
		});
		ConsentRecord record = result.record();
		if (record != null && result.receipt() != null) {
			model.put("receipt", this.messages.view(record, result.receipt().kid(), locale));
		}
		PublicFrameView frame = this.notices.frame(result.isValid() ? "public.verify.valid" : "public.verify.invalid",
				visitorRequest, null);
		return this.renderer.once(HttpStatus.OK, frame, "verify", model);
	}

	private Receipt receipt(String token) {
		return this.tokens.receipt(token)
			.filter(LinkToken.Receipt::identified)
			.flatMap((known) -> this.submissions.findUnlessRenewed(known.submission()))
			.filter((submission) -> submission.profile() != null)
			.flatMap((submission) -> this.receipts.ofSubmission(submission.profile(), submission.id()))
			.orElseThrow(() -> new NotFoundException("receipt"));
	}

}
