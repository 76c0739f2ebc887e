package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Takes what a person whom their link identified sent from a page: the form, their say
 * and their details are kept together or not at all. Undoes it as well.
 */
@Component
class SubmitPage {

	private final Submissions submissions;

	private final RecordSay record;

	private final SayUndo sayUndo;

	private final ProfileManagement profiles;

	private final FormDetails formDetails;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	SubmitPage(Submissions submissions, RecordSay record, SayUndo sayUndo, ProfileManagement profiles,
			FormDetails formDetails, SubmissionEvidence evidence, Clock clock) {
		this.submissions = submissions;
		this.record = record;
		this.sayUndo = sayUndo;
		this.profiles = profiles;
		this.formDetails = formDetails;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * Takes a form.
	 * @return the submission
	 * @throws FormFaults when it cannot be taken as it is
	 * @throws org.springframework.dao.DuplicateKeyException when its opening was sent
	 * before
	 */
	@Transactional
	public UUID submit(PublishedPage page, PageWording wording, LinkRecipient recipient, PublicFormBody body,
			VisitorRequest request) {
		LinkToken.Link link = java.util.Objects.requireNonNull(recipient.link());
		ShownChoices current = ShownChoices.of(recipient.say(), page.boxes().keySet());
		ShownChoices shown = ShownChoices.read(body.shown()).orElse(null);
		FormStatements formStatements = new FormStatements(page.boxes(), shown, current, body.ticked());
		List<Statement> statements = statements(page, formStatements, request);
		UUID id = Ids.next();
		this.submissions
			.add(new Submission(id, page.id(), page.version(), body.opening(), link.profile(), true, link.maker(),
					body.automatic(), wording.language(), this.clock.instant(), content(page, body, true), null));
		this.formDetails.of(page, recipient.profile().details(), body)
			.ifPresent((details) -> this.profiles.edit(link.profile(), null, details, null, FormDetails.by(page)));
		ShownChoices seen = (shown != null) ? shown : current;
		Evidence evidence = this.evidence.of(page, wording, request, body, seen, link);
		say(recipient, Declaration.bySubject(statements, evidence, page.source(), id).shown(guarded(seen, statements)));
		return id;
	}

	/**
	 * Undoes what a form changed; doing so twice is doing so once, and doing so too late
	 * changes nothing.
	 * @throws NotFoundException when it is not one of this page, or nobody was identified
	 */
	@Transactional
	public Submission undo(PublishedPage page, LinkToken.Receipt receipt, VisitorRequest request) {
		Submission submission = this.submissions.find(receipt.submission())
			.filter((candidate) -> candidate.identified() && candidate.page().equals(page.id()))
			.orElseThrow(() -> new NotFoundException("submission"));
		ProfileId profile = submission.profile();
		if (profile != null && submission.mayBeUndone(this.clock.instant())) {
			this.sayUndo.undo(profile, submission.id(), this.evidence.origin(page, request), page.source());
			this.submissions.undone(submission.id(), this.clock.instant());
		}
		return submission;
	}

	private void say(LinkRecipient recipient, Declaration declaration) {
		try {
			this.record.record(recipient.say(), declaration);
		}
		catch (StaleSayException ex) {
			Map<String, String> codes = new HashMap<>();
			ex.purposes().forEach((purpose) -> codes.put(PublicFormBody.box(purpose), "public.fault.changed"));
			throw new FormFaults(codes);
		}
	}

	private static List<Statement> statements(PublishedPage page, FormStatements formStatements,
			VisitorRequest request) {
		List<Statement> statements = new ArrayList<>(
				page.denylist() ? List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)) : formStatements.bySubject());
		if (page.closed()) {
			Map<String, String> codes = new HashMap<>();
			statements.stream()
				.filter((statement) -> statement.choice() != Choice.NO)
				.forEach((statement) -> codes.put(PublicFormBody.box(statement.purpose()), "public.fault.closed"));
			if (!codes.isEmpty()) {
				throw new FormFaults(codes);
			}
		}
		if (request.gpc()) {
			statements.add(Statement.of(Purpose.SHARE, Choice.NO));
		}
		return statements;
	}

	/**
	 * A no said since the form was opened is not lifted by it; a plain <em>stop</em>
	 * needs no such guard.
	 */
	private static Map<Purpose, Choice> guarded(ShownChoices seen, List<Statement> statements) {
		Map<Purpose, Choice> guarded = new EnumMap<>(Purpose.class);
		if (statements.stream().anyMatch((statement) -> statement.choice() != Choice.NO)) {
			guarded.putAll(seen.choices());
		}
		return guarded;
	}

	static Submission.Content content(PublishedPage page, PublicFormBody body, boolean identified) {
		Map<String, String> fields = new HashMap<>(body.fields());
		fields.keySet().retainAll(page.fieldsFor(identified));
		fields.values().removeIf(String::isBlank);
		return new Submission.Content(body.ticked().stream().sorted().map(PublicFormBody::box).toList(), fields);
	}

}
