package dev.sayso.landing.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ChoiceView;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.report.ChangeLabels;
import dev.sayso.mail.Outbox;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Reads what a form wrote, in the words of the console.
 */
@Component
class TrialEffects {

	private static final ChoiceView NOTHING = new ChoiceView("dash", null, "choice.short.u");

	private final Ledger ledger;

	private final ChangeLabels labels;

	private final Profiles profiles;

	private final Knowledge knowledge;

	private final Outbox outbox;

	private final MessageSourceAccessor messages;

	TrialEffects(Ledger ledger, ChangeLabels labels, Profiles profiles, Knowledge knowledge, Outbox outbox,
			MessageSourceAccessor messages) {
		this.ledger = ledger;
		this.labels = labels;
		this.profiles = profiles;
		this.knowledge = knowledge;
		this.outbox = outbox;
		this.messages = messages;
	}

	/** What is known of people besides their say. */
	@Component
	record Knowledge(AttributeValues values, Attributes attributes, PendingDetails pending, Says says,
			PendingOptIns optIns) {

	}

	/** The details and attributes of somebody, by what the console calls them. */
	Map<String, String> known(ProfileId id) {
		Map<String, String> known = new LinkedHashMap<>();
		this.profiles.findById(id)
			.ifPresent((profile) -> profile.details()
				.fields()
				.forEach((name, value) -> known.put(field(name), value.toString())));
		Map<String, Object> values = this.knowledge.values().find(id);
		this.knowledge.attributes()
			.findAllByOrderByLabel()
			.stream()
			.filter((attribute) -> values.containsKey(attribute.name()))
			.forEach((attribute) -> known.put(attribute.label(), text(attribute, values)));
		return known;
	}

	/**
	 * What a form did about somebody.
	 * @param before what was known of them; null where they were not there
	 */
	TrialOutcome.Person person(ProfileId id, UUID submission, @Nullable Map<String, String> before, boolean madeUp) {
		Map<String, String> was = (before != null) ? before : Map.of();
		Map<String, String> is = known(id);
		List<TrialOutcome.Detail> details = new ArrayList<>();
		Set<String> labels = new LinkedHashSet<>(was.keySet());
		labels.addAll(is.keySet());
		labels.stream()
			.filter((label) -> !Objects.equals(was.get(label), is.get(label)))
			.forEach((label) -> details
				.add(new TrialOutcome.Detail(label, was.getOrDefault(label, ""), is.getOrDefault(label, ""), false)));
		this.knowledge.pending()
			.list(id)
			.stream()
			.filter((waiting) -> waiting.submission().equals(submission))
			.forEach((waiting) -> waiting.fields()
				.forEach((name, value) -> details
					.add(new TrialOutcome.Detail(field(name), was.getOrDefault(field(name), ""), value, true))));
		return new TrialOutcome.Person((madeUp || before == null) ? null : id.toString(), this.profiles.get(id).name(),
				before == null, changes(id, submission), details);
	}

	/** What it changed of their say, and what waits beside what they said before. */
	private List<TrialOutcome.Change> changes(ProfileId id, UUID submission) {
		Say say = this.knowledge.says().find(id);
		return Stream
			.concat(this.ledger.ofSubmission(id, submission).stream().map(this::change),
					this.knowledge.optIns()
						.list(id)
						.stream()
						.filter((waiting) -> submission.equals(waiting.submission()))
						.map((waiting) -> new TrialOutcome.Change(this.labels.name(waiting.purpose().key()),
								ChoiceView.of(say.explicit(waiting.purpose()), waiting.purpose()),
								ChoiceView.of(Choice.PENDING, waiting.purpose()))))
			.toList();
	}

	/** Mails to somebody that were put in since then. */
	List<TrialOutcome.Sent> mails(ProfileId id, Instant since) {
		return this.outbox.ofProfile(id)
			.stream()
			.filter((mail) -> !mail.createdAt().isBefore(since))
			.map((mail) -> new TrialOutcome.Sent(mail.kind(), Objects.requireNonNullElse(mail.address(), "")))
			.toList();
	}

	private TrialOutcome.Change change(LedgerEntry entry) {
		return new TrialOutcome.Change(this.labels.name(entry.purpose()),
				(entry.before() != null) ? this.labels.choice(entry.purpose(), entry.before()) : NOTHING,
				this.labels.choice(entry.purpose(), entry.after()));
	}

	private String field(String name) {
		return this.messages.getMessage("public.field." + name, name);
	}

	private static String text(Attribute attribute, Map<String, Object> values) {
		return String.valueOf(values.get(attribute.name()));
	}

}
