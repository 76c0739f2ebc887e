package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.TakenNoes;
import dev.sayso.landing.form.VisitorForm;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.landing.thanks.NextSteps;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.LowDiskException;

import static java.util.Objects.requireNonNull;

/**
 * Takes what was sent from a page and answers: with the result, with the form and what is
 * wrong with it, or with why nothing is taken at all. A no in a form is taken whatever
 * else is wrong with it.
 */
@Component
public class PublicFormSubmission {

	private final SubmitPage bySubject;

	private final SubmitPageAsVisitor byVisitor;

	private final RepeatedForms repeated;

	private final FormDetails formDetails;

	private final PublicFormBoxes boxes;

	private final PageOpening opening;

	private final VisitorLimits limits;

	private final LinkToken tokens;

	private final FormPause pause;

	private final TimeFormat zone;

	private final NextSteps nextSteps;

	PublicFormSubmission(SubmitPage bySubject, SubmitPageAsVisitor byVisitor, RepeatedForms repeated,
			FormDetails formDetails, PublicFormBoxes boxes, PageOpening opening, VisitorLimits limits, LinkToken tokens,
			FormPause pause, TimeFormat zone, NextSteps nextSteps) {
		this.nextSteps = nextSteps;
		this.pause = pause;
		this.zone = zone;
		this.bySubject = bySubject;
		this.byVisitor = byVisitor;
		this.repeated = repeated;
		this.formDetails = formDetails;
		this.boxes = boxes;
		this.opening = opening;
		this.limits = limits;
		this.tokens = tokens;
	}

	public ResponseEntity<byte[]> submit(PublishedPage page, LinkRecipient recipient, String path, PublicFormBody body,
			VisitorRequest request) {
		PageWording wording = PageOpening.wording(page, recipient, request);
		SubmitPage.Sent sent = new SubmitPage.Sent(page, wording, recipient, body, request);
		try {
			UUID id = this.repeated.once(page, body, recipient, (form) -> this.bySubject.submit(sent, form),
					(newest, now) -> this.bySubject
						.stands(new SubmitPage.Sent(page, wording, requireNonNull(now), body, request), newest));
			FormDetails.Typed typed = this.formDetails.typed(page, body);
			return result(new NextSteps.Taken(page, id, recipient.link(), wording.language(), typed.details(),
					typed.attributes(), List.of(), body.ticks().all()));
		}
		catch (FormFaults | LowDiskException | DuplicateKeyException ex) {
			TakenNoes taken = this.repeated.partly(page, body, (form) -> this.bySubject.submitNoes(sent, form));
			return this.opening.faulty(page, recipient, path, request,
					new PageOpening.Faulty(body, FormFaults.of(ex), taken, null));
		}
	}

	/**
	 * What came by a link that was renewed since: only its noes are taken.
	 * @param stops whether all is stopped that the page offers
	 */
	PublicNotices.Outdated submitOutdated(PublishedPage page, LinkRecipient recipient, PublicFormBody body,
			VisitorRequest request, boolean stops) {
		SubmitPage.Sent sent = new SubmitPage.Sent(page, PageOpening.wording(page, null, request), recipient, body,
				request);
		if (stops || page.denylist()) {
			this.bySubject.stop(sent);
			return PublicNotices.Outdated.STOPPED;
		}
		this.repeated.partly(page, body, (form) -> this.bySubject.submitNoes(sent, form));
		return body.ticks().all() ? PublicNotices.Outdated.STOPPED_ALL : PublicNotices.Outdated.REFUSED;
	}

	/**
	 * What a service for mail sends when its user presses <em>Unsubscribe</em>: no page
	 * follows, and no cookie says anything (RFC 8058, 3.2).
	 */
	ResponseEntity<byte[]> oneClick(PublishedPage page, LinkRecipient recipient, PublicFormBody body,
			VisitorRequest request) {
		this.bySubject
			.stop(new SubmitPage.Sent(page, PageOpening.wording(page, recipient, request), recipient, body, request));
		return PublicResponse.done();
	}

	/**
	 * What came from somebody nobody identified. Whether their address is known is told
	 * neither by what is answered nor by when.
	 */
	ResponseEntity<byte[]> submitAsVisitor(PublishedPage page, String path, PublicFormBody body,
			VisitorRequest request) {
		long wait = this.limits.fromNetwork(VisitorLimits.network(request.remote()));
		if (wait > 0) {
			return this.opening.faulty(page, null, path, request, new PageOpening.Faulty(body, FormFaults.busy(wait)));
		}
		long begun = System.nanoTime();
		PublicFormBody form = this.limits.isCopy(request) ? body.withOpening(this.repeated.openingOfCopy(page, body))
				: body;
		ResponseEntity<byte[]> answer = take(page, path, form, request, true);
		this.limits.waitSince(begun);
		return answer;
	}

	/** The same, however often it is done, for who tries the page out. */
	public ResponseEntity<byte[]> submitUnlimited(PublishedPage page, String path, PublicFormBody body,
			VisitorRequest request) {
		return take(page, path, body, request, false);
	}

	private ResponseEntity<byte[]> take(PublishedPage page, String path, PublicFormBody body, VisitorRequest request,
			boolean limited) {
		PageWording wording = PageOpening.wording(page, null, request);
		FormDetails.Typed typed = this.formDetails.typed(page, body);
		VisitorForm sent = new VisitorForm(page, wording, typed.details(), typed.attributes(), typed.others(), body,
				this.pause.days(this.zone.zone()), request);
		Map<String, String> faults = faults(typed, sent);
		boolean noes = typed.isReachable() && sent.saysNo();
		long wait = (limited && (faults.isEmpty() || noes)) ? waitForAddresses(sent) : 0;
		if (wait > 0) {
			return this.opening.faulty(page, null, path, request, new PageOpening.Faulty(body, FormFaults.busy(wait)));
		}
		try {
			if (!faults.isEmpty()) {
				throw new FormFaults(faults);
			}
			UUID id = this.repeated.once(page, body, null, (form) -> this.byVisitor.submit(sent, form),
					(newest, nobody) -> {
						this.byVisitor.repeat(sent, newest.id());
						return true;
					});
			return leadsBack(body, request) ? PublicResponse.go(requireNonNull(body.next()))
					: result(
							new NextSteps.Taken(page, id, null, wording.language(), typed.details(), typed.attributes(),
									sent.statements(), body.ticks().all() || sent.saysNo() || pauses(body)));
		}
		catch (FormFaults | LowDiskException | DuplicateKeyException ex) {
			TakenNoes taken = noes ? this.repeated.partly(page, body, (form) -> this.byVisitor.submitNoes(sent, form))
					: TakenNoes.NOTHING;
			return this.opening.faulty(page, null, path, request,
					new PageOpening.Faulty(body, FormFaults.of(ex), taken, sent.reached()));
		}
	}

	/** How long whoever sends a form about these addresses has to wait, in seconds. */
	private long waitForAddresses(VisitorForm sent) {
		return sent.addresses()
			.stream()
			.mapToLong((address) -> this.limits
				.aboutAddress(String.valueOf(address.email()).toLowerCase(Locale.ROOT) + address.mobile()))
			.max()
			.orElse(0);
	}

	/**
	 * Whether a copy of the form on another site names a page of that site to go on to.
	 */
	private boolean leadsBack(PublicFormBody body, VisitorRequest request) {
		String next = body.next();
		return next != null && request.origin() != null && this.limits.isCopy(request)
				&& NamedOrigins.holds(request.origin(), next);
	}

	/**
	 * What is wrong with a visitor's form, whoever they are. Who stops everything need
	 * give an address alone. Who filled in the trap is told: a browser that fills in
	 * forms may have done it for them.
	 */
	private Map<String, String> faults(FormDetails.Typed typed, VisitorForm sent) {
		PublicFormBody body = sent.body();
		boolean again = body.again() != null && this.tokens.isAgain(body.again());
		Map<String, String> faults = new HashMap<>();
		if (!(body.ticks().all() && typed.isReachable())) {
			faults.putAll(sent.saysOnlyNo() ? typed.faultsOfNo() : typed.faults());
			if (!sent.saysOnlyNo()) {
				FormFaults.agreements(sent.page(), body).ifPresent((missing) -> faults.putAll(missing.codes()));
				faults.putAll(FormFaults.ofServices(this.boxes.closed(sent.asked()), "public.fault.service").codes());
			}
		}
		if (!body.ticks().all() && this.pause.isWrong(body.ticks().pause(), this.zone.zone())) {
			faults.put(FormPause.UNTIL, "public.fault.date");
		}
		if (body.trapped() && !again) {
			faults.putIfAbsent("", FormFaults.TRAP);
		}
		else if (this.limits.isCopy(sent.request())) {
			if (!String.valueOf(sent.page().version()).equals(body.version())) {
				faults.putIfAbsent("", "public.fault.version");
			}
		}
		else if (this.limits.isTooFast(body) && !again) {
			faults.putIfAbsent("", FormFaults.FAST);
		}
		return faults;
	}

	private static boolean pauses(PublicFormBody body) {
		return body.ticks().pause() != null && !body.ticks().pause().until().isEmpty();
	}

	private ResponseEntity<byte[]> result(NextSteps.Taken form) {
		LinkToken.Receipt receipt = new LinkToken.Receipt(form.submission(), form.link() != null);
		return PublicResponse.go(this.nextSteps.after(form,
				"/p/" + form.page().slug() + "/results/" + this.tokens.write(receipt) + "?lang=" + form.language()));
	}

}
