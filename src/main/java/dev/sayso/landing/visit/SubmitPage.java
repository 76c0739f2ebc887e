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
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Ids;

/**
 * Takes what a person whom their link identified sent from a page: the form, their say
 * and their details are kept together or not at all.
 */
@Component
class SubmitPage {

	private final Submissions submissions;

	private final RecordSay record;

	private final ProfileManagement keep;

	private final FormDetails edited;

	private final SubmissionEvidence proof;

	private final Clock clock;

	SubmitPage(Submissions submissions, RecordSay record, ProfileManagement keep, FormDetails edited,
			SubmissionEvidence proof, Clock clock) {
		this.submissions = submissions;
		this.record = record;
		this.keep = keep;
		this.edited = edited;
		this.proof = proof;
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
	public UUID submit(PublishedPage edition, PageWording wording, LinkRecipient person, PublicFormBody posted,
			VisitorRequest visit) {
		LinkToken.Link link = java.util.Objects.requireNonNull(person.link());
		ShownChoices standing = ShownChoices.of(person.say(), edition.boxes().keySet());
		ShownChoices shown = ShownChoices.read(posted.shown()).orElse(null);
		FormStatements answers = new FormStatements(edition.boxes(), shown, standing, posted.ticked());
		List<Statement> statements = statements(edition, answers, visit);
		UUID id = Ids.next();
		this.submissions.add(new Submission(id, edition.page(), edition.version(), posted.opening(), link.profile(),
				true, link.maker(), posted.automatic(), wording.language(), this.clock.instant(),
				content(edition, posted, true), null));
		this.edited.of(edition, person.profile().details(), posted)
			.ifPresent((details) -> this.keep.edit(link.profile(), null, details, null, FormDetails.by(edition)));
		ShownChoices seen = (shown != null) ? shown : standing;
		Evidence evidence = this.proof.of(edition, wording, visit, posted, seen, link);
		say(person, Declaration.bySubject(statements, evidence, edition.source(), id).shown(guarded(seen, statements)));
		return id;
	}

	private void say(LinkRecipient person, Declaration declaration) {
		try {
			this.record.record(person.say(), declaration);
		}
		catch (StaleSayException ex) {
			Map<String, String> codes = new HashMap<>();
			ex.purposes().forEach((purpose) -> codes.put(PublicFormBody.box(purpose), "public.fault.changed"));
			throw new FormFaults(codes);
		}
	}

	private static List<Statement> statements(PublishedPage edition, FormStatements answers, VisitorRequest visit) {
		List<Statement> statements = new ArrayList<>(
				edition.denylist() ? List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)) : answers.bySubject());
		if (edition.closed()) {
			Map<String, String> codes = new HashMap<>();
			statements.stream()
				.filter((statement) -> statement.choice() != Choice.NO)
				.forEach((statement) -> codes.put(PublicFormBody.box(statement.purpose()), "public.fault.closed"));
			if (!codes.isEmpty()) {
				throw new FormFaults(codes);
			}
		}
		if (visit.gpc()) {
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

	static Submission.Content content(PublishedPage edition, PublicFormBody posted, boolean identified) {
		Map<String, String> fields = new HashMap<>(posted.fields());
		fields.keySet().retainAll(edition.fieldsFor(identified));
		fields.values().removeIf(String::isBlank);
		return new Submission.Content(posted.ticked().stream().sorted().map(PublicFormBody::box).toList(), fields);
	}

}
