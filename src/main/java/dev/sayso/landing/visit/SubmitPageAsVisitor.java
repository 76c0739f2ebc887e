package dev.sayso.landing.visit;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Details;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Takes what somebody sent whom nobody identified, by the rules of reconciliation: a no
 * applies to everybody with their address, anything else waits.
 */
@Component
class SubmitPageAsVisitor {

	private final AddressOwners owners;

	private final Profiles profiles;

	private final MeetNewcomer newcomers;

	private final RecordSay record;

	private final Submissions submissions;

	private final PendingDetails pendingDetails;

	private final SubmissionEvidence evidence;

	private final Clock clock;

	SubmitPageAsVisitor(AddressOwners owners, Profiles profiles, MeetNewcomer newcomers, RecordSay record,
			Submissions submissions, PendingDetails pendingDetails, SubmissionEvidence evidence, Clock clock) {
		this.owners = owners;
		this.profiles = profiles;
		this.newcomers = newcomers;
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
		if (known.isEmpty()) {
			this.newcomers.meet(page, wording, typed,
					page.denylist() ? stop() : formStatements(page, body).byUnknownVisitor(),
					by(page, evidence, id, request));
		}
		else {
			List<Statement> statements = page.denylist() ? stop() : formStatements(page, body).byVisitor();
			known.forEach((profile) -> this.record.record(profile,
					by(page, evidence, id, request).says(heard(page, statements, profile.equals(known.get(0))))));
			details(page, known.get(0), typed, id);
		}
		return id;
	}

	/**
	 * What the form says of one of those who share the address: a no is everybody's, an
	 * opt-in waits with the oldest, if the page takes them at all.
	 */
	private static List<Statement> heard(PublishedPage page, List<Statement> statements, boolean oldest) {
		return statements.stream()
			.filter((statement) -> statement.choice() == Choice.NO || (oldest && page.updatesKnown()))
			.toList();
	}

	private void details(PublishedPage page, ProfileId profile, Details typed, UUID submission) {
		Map<String, Object> before = this.profiles.findById(profile)
			.map((found) -> found.details().fields())
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

	private static VisitorSays by(PublishedPage page, Evidence evidence, UUID submission, VisitorRequest request) {
		return new VisitorSays(evidence, page.source(), submission, request.gpc());
	}

}
