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

	private final PendingDetails waiting;

	private final SubmissionEvidence proof;

	private final Clock clock;

	SubmitPageAsVisitor(AddressOwners owners, Profiles profiles, MeetNewcomer newcomers, RecordSay record,
			Submissions submissions, PendingDetails waiting, SubmissionEvidence proof, Clock clock) {
		this.owners = owners;
		this.profiles = profiles;
		this.newcomers = newcomers;
		this.record = record;
		this.submissions = submissions;
		this.waiting = waiting;
		this.proof = proof;
		this.clock = clock;
	}

	/**
	 * Takes a form.
	 * @param typed the details in it
	 * @return the submission
	 */
	@Transactional
	public UUID submit(PublishedPage edition, PageWording wording, Details typed, PublicFormBody posted,
			VisitorRequest visit) {
		List<ProfileId> known = this.owners.of(typed);
		UUID id = Ids.next();
		this.submissions.add(new Submission(id, edition.page(), edition.version(), posted.opening(),
				known.isEmpty() ? null : known.get(0), false, 0, false, wording.language(), this.clock.instant(),
				SubmitPage.content(edition, posted, false), null));
		Evidence evidence = this.proof.of(edition, wording, visit, posted, SubmissionEvidence.nothingShown(), null);
		if (known.isEmpty()) {
			this.newcomers.meet(edition, wording, typed,
					edition.denylist() ? stop() : answers(edition, posted).byNewcomer(),
					by(edition, evidence, id, visit));
		}
		else {
			List<Statement> statements = edition.denylist() ? stop() : answers(edition, posted).byVisitor();
			known.forEach((profile) -> this.record.record(profile,
					by(edition, evidence, id, visit).says(heard(edition, statements, profile.equals(known.get(0))))));
			details(edition, known.get(0), typed, id);
		}
		return id;
	}

	/**
	 * What the form says of one of those who share the address: a no is everybody's, an
	 * opt-in waits with the oldest, if the page takes them at all.
	 */
	private static List<Statement> heard(PublishedPage edition, List<Statement> statements, boolean oldest) {
		return statements.stream()
			.filter((statement) -> statement.choice() == Choice.NO || (oldest && edition.updatesKnown()))
			.toList();
	}

	private void details(PublishedPage edition, ProfileId profile, Details typed, UUID submission) {
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
		if (edition.updatesKnown() && !differing.isEmpty()) {
			this.waiting.add(submission, profile, edition.page(), this.clock.instant(), differing);
		}
	}

	private static FormStatements answers(PublishedPage edition, PublicFormBody posted) {
		return new FormStatements(edition.boxes(), null, SubmissionEvidence.nothingShown(), posted.ticked());
	}

	private static List<Statement> stop() {
		return List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO));
	}

	private static VisitorSays by(PublishedPage edition, Evidence evidence, UUID submission, VisitorRequest visit) {
		return new VisitorSays(evidence, edition.source(), submission, visit.gpc());
	}

}
