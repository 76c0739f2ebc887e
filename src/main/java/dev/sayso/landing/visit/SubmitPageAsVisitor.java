package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.Reconciliation;
import dev.sayso.landing.form.Reconciliation.Asked;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.form.TakenNoes;
import dev.sayso.landing.form.VisitorForm;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Takes what a visitor sent whom nobody identified, by the rules of reconciliation: a no
 * applies to everybody with their address and is kept for the address where nobody has
 * it, anything else waits. Only who opts in to something becomes a profile.
 */
@Component
class SubmitPageAsVisitor {

	private final Reconciliation reconciliation;

	private final VisitorOptIns optIns;

	private final RecordAddressNo recordNo;

	private final Submissions submissions;

	private final SubmittedSubscriptions subscriptions;

	private final FormPause pause;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	SubmitPageAsVisitor(Reconciliation reconciliation, VisitorOptIns optIns, RecordAddressNo recordNo,
			Submissions submissions, SubmittedSubscriptions subscriptions, FormPause pause, SubmissionEvidence evidence,
			Clock clock) {
		this.reconciliation = reconciliation;
		this.optIns = optIns;
		this.recordNo = recordNo;
		this.submissions = submissions;
		this.subscriptions = subscriptions;
		this.pause = pause;
		this.evidence = evidence;
		this.clock = clock;
	}

	@Transactional
	public UUID submit(VisitorForm form, Submission.Opening opening) {
		if (form.page().closed()) {
			FormFaults.closed(form.statements(), form.subscriptions(true)).ifPresent((faults) -> {
				throw faults;
			});
		}
		List<Asked> asked = this.reconciliation.asked(form);
		List<Asked> joining = asked.stream().filter(Asked::joins).toList();
		List<ProfileId> known = this.reconciliation.owners(form);
		UUID id = add(form, opening, Reconciliation.about(asked, known), !joining.isEmpty());
		if (joining.isEmpty() || !known.isEmpty()) {
			refuse(form, id);
		}
		ProfileId created = joining.isEmpty() ? null : create(form, joining, id);
		for (Asked part : asked) {
			if (!part.joins()) {
				this.optIns.ask(form, part, proof(form), id);
			}
			if (part.mailed()) {
				this.optIns.tell(form, part, (created != null) ? created : part.owners().get(0), id);
			}
		}
		if (!asked.isEmpty()) {
			this.optIns.propose(form, asked.get(0), created, id);
		}
		return id;
	}

	private ProfileId create(VisitorForm form, List<Asked> joining, UUID submission) {
		ProfileId profile = this.optIns.create(form);
		this.submissions.found(submission, profile);
		Evidence proof = proof(form);
		this.optIns.begin(profile, form, joining, proof, submission);
		pause(form, form.declare(List.of(), proof, submission));
		return profile;
	}

	/**
	 * Takes the noes of a form of which the rest cannot be taken.
	 * @return what they are about; empty where there are none
	 */
	@Transactional
	public TakenNoes submitNoes(VisitorForm form, Submission.Opening opening) {
		if (form.saysNo()) {
			List<ProfileId> about = Reconciliation.about(this.reconciliation.asked(form),
					this.reconciliation.owners(form));
			refuse(form, add(form, opening, about, false));
		}
		return TakenNoes.of(form.noes(), form.subscriptions(false), form.pausedUntil());
	}

	/**
	 * Says the noes of a form once more that was taken before: somebody may have lifted
	 * them meanwhile.
	 */
	@Transactional
	public void repeat(VisitorForm form, UUID submission) {
		if (form.saysNo()) {
			refuse(form, submission);
		}
	}

	private void refuse(VisitorForm form, UUID submission) {
		List<SubscriptionStatement> services = form.subscriptions(false);
		Declaration noes = form.declare(
				Stream.concat(form.noes().stream(), this.subscriptions.instead(services).stream()).distinct().toList(),
				proof(form), submission);
		pause(form, noes);
		form.addresses().forEach((address) -> this.recordNo.record(address, noes));
		if (!services.isEmpty()) {
			this.reconciliation.owners(form).forEach((owner) -> this.subscriptions.record(owner, noes, services));
		}
	}

	/** A pause is a no for some time: it applies to everybody with the address. */
	private void pause(VisitorForm form, Declaration by) {
		LocalDate until = form.pausedUntil();
		if (until != null) {
			this.reconciliation.owners(form).forEach((owner) -> this.pause.extend(owner, by, until));
		}
	}

	/**
	 * The form; of somebody of whom there is no profile it keeps no details, since
	 * nothing would ever delete them.
	 */
	private UUID add(VisitorForm form, Submission.Opening opening, List<ProfileId> about, boolean joins) {
		UUID id = Ids.next();
		Map<String, String> fields = (about.isEmpty() && !joins) ? Map.of()
				: form.page().filled(form.body().fields(), false);
		this.submissions.add(new Submission(id, form.page().id(), form.page().version(), opening,
				about.isEmpty() ? null : about.get(0), false, 0, 0, false, form.wording().language(),
				this.clock.instant(), new Submission.Content(form.body().ticks().names(), fields, form.reached()),
				null));
		return id;
	}

	private Evidence proof(VisitorForm form) {
		return this.evidence.collect(form.page(), form.wording(), form.request(), form.body(), ShownChoices.NOTHING,
				null);
	}

}
