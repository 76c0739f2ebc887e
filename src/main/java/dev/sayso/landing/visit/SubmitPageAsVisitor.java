package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.ArrayList;
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
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Takes what a visitor sent whom nobody identified, by the rules of reconciliation: a no
 * applies to everybody with their address, anything else waits. An address that is new
 * makes a profile.
 */
@Component
class SubmitPageAsVisitor {

	private final AddressOwners owners;

	private final ProfilesWithSay people;

	private final ProfileManagement profiles;

	private final RecordSay record;

	private final Submissions submissions;

	private final PendingDetails pendingDetails;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	SubmitPageAsVisitor(AddressOwners owners, ProfilesWithSay people, ProfileManagement profiles, RecordSay record,
			Submissions submissions, PendingDetails pendingDetails, SubmissionEvidence evidence, Clock clock) {
		this.owners = owners;
		this.people = people;
		this.profiles = profiles;
		this.record = record;
		this.submissions = submissions;
		this.pendingDetails = pendingDetails;
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * Takes a form.
	 * @param typed the details in it
	 * @return the submission
	 */
	@Transactional
	public UUID submit(PublishedPage page, PageWording wording, Details typed, PublicFormBody body,
			VisitorRequest request) {
		List<ProfileId> known = this.owners.of(typed);
		UUID id = Ids.next();
		this.submissions.add(new Submission(id, page.id(), page.version(), body.opening(),
				known.isEmpty() ? null : known.get(0), false, 0, false, wording.language(), this.clock.instant(),
				SubmitPage.content(page, body, false), null));
		Evidence evidence = this.evidence.of(page, wording, request, body, SubmissionEvidence.nothingShown(), null);
		FormSource source = new FormSource(evidence, page.source(), id, request.gpc());
		if (known.isEmpty()) {
			create(page, wording, typed, page.denylist() ? stop() : formStatements(page, body).byUnknownVisitor(),
					source);
		}
		else {
			List<Statement> statements = page.denylist() ? stop() : formStatements(page, body).byVisitor();
			known.forEach((profile) -> this.record.record(profile,
					source.declare(applicable(page, statements, profile.equals(known.get(0))))));
			proposeDetails(page, known.get(0), typed, id);
		}
		return id;
	}

	/**
	 * Makes a profile of a visitor nobody knew; a no that was kept for their address
	 * stands above what they left unticked.
	 */
	private void create(PublishedPage page, PageWording wording, Details typed, List<Statement> statements,
			FormSource source) {
		ProfileId profile = this.profiles
			.create(withLanguage(typed, wording.language()), Map.of(), FormDetails.by(page))
			.id();
		this.submissions.found(source.submission(), profile);
		Say kept = this.people.withSay(profile).orElseThrow().say();
		this.record.record(profile,
				source.declare(statements.stream()
					.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
							|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
					.toList()));
	}

	/**
	 * A visitor is written to in the language in which they filled in the form.
	 */
	private static Details withLanguage(Details typed, String language) {
		return (typed.language() != null) ? typed
				: new Details(typed.externalId(), typed.firstName(), typed.lastName(), typed.email(), typed.mobile(),
						typed.phone(), typed.fax(), typed.pushToken(), typed.street(), typed.postalCode(), typed.city(),
						typed.country(), language, typed.timeZone(), typed.birthDate());
	}

	/**
	 * What the form says of one of those who share the address: a no is everybody's, an
	 * opt-in waits with the oldest, if the page takes them at all.
	 */
	private static List<Statement> applicable(PublishedPage page, List<Statement> statements, boolean oldest) {
		return statements.stream()
			.filter((statement) -> statement.choice() == Choice.NO || (oldest && page.updatesKnown()))
			.toList();
	}

	private void proposeDetails(PublishedPage page, ProfileId profile, Details typed, UUID submission) {
		Map<String, Object> before = this.people.withSay(profile)
			.map((person) -> person.profile().details().fields())
			.orElse(Map.of());
		Map<String, String> differing = new HashMap<>();
		typed.fields().forEach((name, value) -> {
			if (!value.equals(before.get(name))
					&& !value.toString().equalsIgnoreCase(String.valueOf(before.get(name)))) {
				differing.put(name, value.toString());
			}
		});
		if (page.updatesKnown() && !differing.isEmpty()) {
			this.pendingDetails.add(submission, profile, page.id(), this.clock.instant(), differing);
		}
	}

	private static FormStatements formStatements(PublishedPage page, PublicFormBody body) {
		return new FormStatements(page.boxes(), null, SubmissionEvidence.nothingShown(), body.ticked());
	}

	private static List<Statement> stop() {
		return List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO));
	}

	/**
	 * Where every statement of one form comes from.
	 *
	 * @param gpc whether the browser asks not to share
	 */
	private record FormSource(Evidence evidence, String source, UUID submission, boolean gpc) {

		Declaration declare(List<Statement> statements) {
			List<Statement> all = new ArrayList<>(statements);
			if (this.gpc) {
				all.add(Statement.of(Purpose.SHARE, Choice.NO));
			}
			return Declaration.byVisitor(all, this.evidence, this.source, this.submission);
		}

	}

}
