package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;

/**
 * Reads what a form by a personal link says. What it showed is what it carries along,
 * with what the same opening has written since: whoever goes back and changes their mind
 * means what they see.
 */
@Component
class PersonalForms {

	private final Submissions submissions;

	private final Ledger ledger;

	private final ConsentSettings settings;

	PersonalForms(Submissions submissions, Ledger ledger, ConsentSettings settings) {
		this.submissions = submissions;
		this.ledger = ledger;
		this.settings = settings;
	}

	/**
	 * What a form says.
	 *
	 * @param seen what the person had before their eyes
	 */
	record Form(List<Statement> statements, ShownChoices seen) {

		List<Statement> noes() {
			return this.statements.stream().filter((statement) -> statement.choice() == Choice.NO).toList();
		}

		/**
		 * A no said since the form was opened is not lifted by it; a plain <em>stop</em>
		 * needs no such guard.
		 */
		Map<Purpose, Choice> guard() {
			return (noes().size() == this.statements.size()) ? Map.of() : this.seen.choices();
		}

	}

	Form read(PublishedPage page, LinkRecipient recipient, PublicFormBody body, VisitorRequest request,
			Submission.Opening opening) {
		ShownChoices current = ShownChoices.of(recipient.say(), page.boxes().keySet());
		ShownChoices shown = ShownChoices.read(body.shown())
			.map((choices) -> choices.with(written(page, recipient, opening)))
			.orElse(null);
		FormStatements said = new FormStatements(page.boxes(), shown, current, this.settings.defaults(), body.ticks());
		List<Statement> statements = new ArrayList<>(page.denylist() ? FormStatements.STOP : said.bySubject());
		if (request.gpc()) {
			statements.add(Statement.of(Purpose.SHARE, Choice.NO));
		}
		return new Form(statements, (shown != null) ? shown : current);
	}

	/**
	 * What earlier forms of the opening have written of this person, but for those that
	 * were undone.
	 */
	private Map<Purpose, Choice> written(PublishedPage page, LinkRecipient recipient, Submission.Opening opening) {
		Map<Purpose, Choice> written = new EnumMap<>(Purpose.class);
		if (opening.number() > 1) {
			this.submissions.ofOpening(page.id(), opening.id())
				.stream()
				.filter((submission) -> recipient.profile().id().equals(submission.profile()))
				.filter((submission) -> submission.undoneAt() == null)
				.flatMap((submission) -> this.ledger.ofSubmission(recipient.profile().id(), submission.id()).stream())
				.forEach((entry) -> written.put(Purpose.of(entry.purpose()).orElseThrow(),
						Choice.of(entry.after()).orElseThrow()));
		}
		return written;
	}

}
