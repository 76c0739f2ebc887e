package dev.sayso.landing.trial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.landing.PageContent;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.shared.ProfileId;

/**
 * Sends a page's form the very way its readers do, reads what came of it, and takes all
 * of it back: it happens in one transaction that never ends well.
 */
@Component
class PageTrial {

	private final TriedForms forms;

	private final TrialPeople people;

	private final TrialEffects effects;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PageTrial(TriedForms forms, TrialPeople people, TrialEffects effects, TransactionTemplate transaction,
			Clock clock) {
		this.forms = forms;
		this.people = people;
		this.effects = effects;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What is sent, and by whom.
	 *
	 * @param whom a person's id, or somebody made up
	 * @param path where the form is shown
	 */
	record Attempt(PublishedPage page, PageContent content, String whom, String path, HttpServletRequest request) {

	}

	/**
	 * What came of it.
	 *
	 * @param refusal the form with what is wrong with it; null where it was taken
	 */
	record Result(@Nullable ResponseEntity<byte[]> refusal, TrialOutcome outcome) {

	}

	Result send(Attempt attempt) {
		return this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return run(attempt);
		});
	}

	private Result run(Attempt attempt) {
		PublishedPage page = attempt.page();
		LinkRecipient recipient = this.people.enter(attempt.whom(), attempt.content(), page).orElse(null);
		PublicFormBody body = PublicFormBody.of(attempt.request(), page);
		VisitorRequest request = VisitorRequest.of(attempt.request(), false);
		Map<ProfileId, Map<String, String>> before = new LinkedHashMap<>();
		this.forms.people(page, recipient, body).forEach((id) -> before.put(id, this.effects.known(id)));
		Instant begun = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		TriedForms.Answer answer = this.forms.send(page, recipient, attempt.path(), body, request);
		if (answer.refusal() != null) {
			return new Result(answer.refusal(), new TrialOutcome(List.of(), List.of(), List.of(), "", null));
		}
		UUID submission = Objects.requireNonNull(answer.submission());
		Set<ProfileId> touched = new LinkedHashSet<>(before.keySet());
		touched.addAll(this.forms.people(page, recipient, body));
		boolean madeUp = recipient != null && ProfileId.parse(attempt.whom()).isEmpty();
		List<TrialOutcome.Person> changed = new ArrayList<>();
		List<TrialOutcome.Sent> mails = new ArrayList<>();
		touched.forEach((id) -> {
			changed.add(this.effects.person(id, submission, before.get(id), madeUp));
			mails.addAll(this.effects.mails(id, begun));
		});
		changed.removeIf((person) -> !person.created() && person.changes().isEmpty() && person.details().isEmpty());
		return new Result(null,
				new TrialOutcome(changed, (recipient != null) ? List.of() : this.forms.kept(page, body, begun), mails,
						answer.next(), answer.address()));
	}

}
