package dev.sayso.contact.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.ConditionSentences.Span;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.contact.MarketingActions;

/**
 * Says a policy as a sentence one can read aloud.
 */
@Component
class PolicySentences {

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)}|<b>(.*?)</b>");

	private final ConditionSentences when;

	private final ConditionSentences only;

	private final MarketingActions actions;

	private final MessageSource messages;

	PolicySentences(PolicyConditions conditions, ConditionSentences sentences, MarketingActions actions,
			MessageSource messages) {
		this.when = conditions.whenSentences(sentences);
		this.only = conditions.onlySentences(sentences);
		this.actions = actions;
		this.messages = messages;
	}

	/**
	 * @param key whether it is <em>if</em> or <em>then</em>
	 */
	record Word(String text, boolean strong, boolean key) {

	}

	List<Word> sentence(PolicyContent content) {
		try {
			return sentence(content.condition(), content.required());
		}
		catch (InvalidConditionException ex) {
			return List.of(new Word(text("policy.unreadable"), false, false));
		}
	}

	List<Word> sentence(Condition whenever, Condition required) {
		List<Word> only = people(this.only.sentence(required, reader()));
		List<Comparison> about = new ArrayList<>();
		List<Condition> whom = new ArrayList<>();
		for (Condition member : members(whenever)) {
			if (member instanceof Comparison comparison && comparison.fact().equals(ActionFacts.ACTION)) {
				about.add(comparison);
			}
			else {
				whom.add(member);
			}
		}
		boolean nested = whom.stream()
			.flatMap(Condition::comparisons)
			.anyMatch((comparison) -> comparison.fact().equals(ActionFacts.ACTION));
		Condition people = nested ? whenever : new Group(Quantifier.ALL, whom);
		if (nested) {
			return fill("policy.sentence.nested", List.of(people(this.when.sentence(people, reader())), only));
		}
		List<Word> acts = about.isEmpty() ? fill("policy.sentence.any-action", List.of()) : actions(about);
		return whom.isEmpty() ? fill("policy.sentence", List.of(acts, only))
				: fill("policy.sentence.people", List.of(acts, people(this.when.sentence(people, reader())), only));
	}

	String plain(PolicyContent content) {
		return sentence(content).stream().map(Word::text).collect(Collectors.joining());
	}

	/** One condition by itself, as the audit and a comparison tell it. */
	String plain(String json, boolean required) {
		return (required ? this.only : this.when).plain(json, json);
	}

	/**
	 * What somebody lacks: of a choice what it is, of anything else what it should be.
	 */
	String lacking(Condition line, PersonFacts person) {
		if (line instanceof Comparison comparison && comparison.fact().startsWith(RequiredChoiceFacts.PREFIX)) {
			Purpose purpose = Purpose.of(comparison.fact().substring(RequiredChoiceFacts.PREFIX.length()))
				.orElseThrow();
			EffectiveChoice choice = person.part(Say.class).effective(purpose, person.part(ConsentDefaults.class));
			return text("policy.lacks.choice", text("purpose.of." + purpose.key()),
					text("choice.short." + choice.choice().value()));
		}
		return text("policy.lacks", this.only.plain(line, reader()));
	}

	private static List<Condition> members(Condition condition) {
		return (condition instanceof Group group && group.of() == Quantifier.ALL) ? group.conditions()
				: List.of(condition);
	}

	private List<Word> actions(List<Comparison> about) {
		List<Word> words = new ArrayList<>();
		for (Comparison comparison : about) {
			if (!words.isEmpty()) {
				words.add(plainWord(" " + text("and") + " "));
			}
			boolean negated = comparison.operator() == Operator.IS_NOT || comparison.operator() == Operator.IS_NONE_OF;
			words.addAll(fill(negated ? "policy.sentence.not-action" : "policy.sentence.action",
					List.of(names(comparison))));
		}
		return words;
	}

	private List<Word> names(Comparison comparison) {
		List<Word> names = new ArrayList<>();
		for (Object action : comparison.values()) {
			if (!names.isEmpty()) {
				names.add(plainWord(" " + text("or") + " "));
			}
			names.add(new Word(this.actions.name(action.toString()), true, false));
		}
		return names.isEmpty() ? List.of(new Word("…", true, false)) : names;
	}

	/** Whom a sentence means, in the middle of another. */
	private static List<Word> people(List<Span> sentence) {
		List<Word> words = new ArrayList<>();
		for (int at = 0; at < sentence.size(); at++) {
			String text = sentence.get(at).text();
			if (at == 0 && !text.isEmpty()) {
				text = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
			}
			if (at == sentence.size() - 1 && text.endsWith(".")) {
				text = text.substring(0, text.length() - 1);
			}
			words.add(new Word(text, sentence.get(at).strong(), false));
		}
		return words;
	}

	private List<Word> fill(String key, List<List<Word>> parts) {
		String message = this.messages.getMessage(key, null, reader());
		Matcher places = PLACE.matcher(message);
		List<Word> words = new ArrayList<>();
		int from = 0;
		while (places.find()) {
			words.add(plainWord(message.substring(from, places.start())));
			if (places.group(1) != null) {
				words.addAll(parts.get(Integer.parseInt(places.group(1))));
			}
			else {
				words.add(new Word(places.group(2), false, true));
			}
			from = places.end();
		}
		words.add(plainWord(message.substring(from)));
		return words.stream().filter((word) -> !word.text().isEmpty()).toList();
	}

	private static Word plainWord(String text) {
		return new Word(text, false, false);
	}

	private String text(String key, Object... args) {
		return this.messages.getMessage(key, args, reader());
	}

	private static Locale reader() {
		return LocaleContextHolder.getLocale();
	}

}
