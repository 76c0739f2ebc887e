package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ComparisonPhrases.Clause;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Group;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionSentences.Span;

/**
 * Says a condition as a sentence, so that whoever is about to use it reads whom it means.
 */
@Component
public class ConditionSentences {

	private final Supplier<Map<String, Fact>> facts;

	private final MessageSource messages;

	@Autowired
	ConditionSentences(FactRegistry facts, MessageSource messages) {
		this(facts::byName, messages);
	}

	private ConditionSentences(Supplier<Map<String, Fact>> facts, MessageSource messages) {
		this.facts = facts;
		this.messages = messages;
	}

	/** The same over other facts. */
	public ConditionSentences over(FactRegistry other) {
		return new ConditionSentences(other::byName, this.messages);
	}

	/**
	 * The same over the facts there are at this moment, for whoever says many conditions
	 * at once.
	 */
	public ConditionSentences now() {
		Map<String, Fact> now = this.facts.get();
		return new ConditionSentences(() -> now, this.messages);
	}

	/** Words, and whether they are what matters. */
	public record Span(String text, boolean strong) {

	}

	public List<Span> sentence(Condition condition, Locale reader) {
		SpanMessages spanMessages = new SpanMessages(this.messages, reader);
		ComparisonPhrases phrases = new ComparisonPhrases(spanMessages, new ValuePhrases(spanMessages),
				this.facts.get());
		return SpanMessages.merged(new Sentence(spanMessages, phrases).say(condition));
	}

	public String plain(Condition condition, Locale reader) {
		return sentence(condition, reader).stream().map(Span::text).collect(Collectors.joining());
	}

	/**
	 * A condition from its JSON, in the language of whoever reads.
	 * @param unreadable what is said where it is none
	 */
	public String plain(String json, String unreadable) {
		try {
			return plain(ConditionJson.parse(json), LocaleContextHolder.getLocale());
		}
		catch (InvalidConditionException ex) {
			return unreadable;
		}
	}

	/**
	 * A condition as a sentence for one reader. What has to hold comes first and whom it
	 * leaves out last, so that no "or" seems to reach further than it does.
	 */
	private record Sentence(SpanMessages messages, ComparisonPhrases phrases) {

		/** Nobody, as no alternative at all. */
		private static final Group NOBODY = Condition.any();

		List<Span> say(Condition condition) {
			Condition simple = simplify(condition);
			if (simple.isEverybody() || simple.equals(NOBODY)) {
				return this.messages.say(simple.isEverybody() ? "sentence.everybody" : "sentence.nobody", List.of());
			}
			List<Condition> members = is(simple, Quantifier.ALL) ? ((Group) simple).conditions() : List.of(simple);
			List<Span> some = people(members);
			List<Span> left = members.stream()
				.filter((one) -> is(one, Quantifier.NONE))
				.findFirst()
				.map((none) -> alternatives((Group) none))
				.orElse(List.of());
			if (left.isEmpty()) {
				return this.messages.say("sentence.people", some);
			}
			return some.isEmpty() ? this.messages.say("sentence.except", left)
					: this.messages.say("sentence.but", some, left);
		}

		private List<Span> alternatives(Group group) {
			return this.messages.join("sentence.or", members(group, 2));
		}

		private List<Span> people(List<Condition> members) {
			List<Clause> clauses = members.stream()
				.filter(Comparison.class::isInstance)
				.map((one) -> this.phrases.clause((Comparison) one))
				.toList();
			List<Span> said = new ArrayList<>();
			words(clauses, true).forEach((one) -> said.addAll(said.isEmpty() ? one : spaced(one)));
			List<Span> told = this.messages.join("sentence.and", words(clauses, false));
			said.addAll(said.isEmpty() || told.isEmpty() ? told : spaced(told));
			for (Condition member : members) {
				if (is(member, Quantifier.ANY)) {
					List<Span> either = nested(member, 1, false);
					said.addAll(said.isEmpty() ? either : this.messages.say("sentence.also", either));
				}
			}
			return said;
		}

		private static List<List<Span>> words(List<Clause> clauses, boolean attached) {
			return clauses.stream().filter((one) -> one.attached() == attached).map(Clause::words).toList();
		}

		private static List<Span> spaced(List<Span> words) {
			return SpanMessages.concat(List.of(new Span(" ", false)), words);
		}

		/** A part of a group. Deep in others, or one of many, it is in brackets. */
		private List<Span> nested(Condition condition, int depth, boolean many) {
			return condition.match((group) -> {
				List<List<Span>> members = members(group, depth + 1);
				List<Span> words = this.messages.join("sentence." + switch (group.of()) {
					case ALL -> (members.size() == 2) ? "both" : "every";
					case ANY -> "either";
					case NONE -> (members.size() == 1) ? "not" : "neither";
				}, members);
				return (depth > 2 || many) ? this.messages.say("sentence.brackets", words) : words;
			}, (comparison) -> this.phrases.clause(comparison).words());
		}

		private List<List<Span>> members(Group group, int depth) {
			boolean many = group.conditions().size() > 2;
			return Stream.of(false, true)
				.flatMap((groups) -> group.conditions().stream().filter((one) -> one instanceof Group == groups))
				.map((one) -> nested(one, depth, many))
				.toList();
		}

		/**
		 * A condition without the groups that change nothing, so that its sentence has as
		 * few brackets as its meaning allows.
		 */
		private static Condition simplify(Condition condition) {
			return condition.match(Sentence::simplifyGroup, (comparison) -> comparison);
		}

		private static Condition simplifyGroup(Group group) {
			List<Condition> members = group.conditions().stream().map(Sentence::simplify).toList();
			return switch (group.of()) {
				case ALL -> all(members);
				case ANY -> any(members);
				case NONE -> not(any(members));
			};
		}

		private static Condition all(List<Condition> members) {
			if (members.contains(NOBODY)) {
				return NOBODY;
			}
			List<Condition> all = new ArrayList<>();
			List<Condition> none = new ArrayList<>();
			for (Condition member : flat(members, Quantifier.ALL)) {
				if (is(member, Quantifier.NONE)) {
					none.addAll(((Group) member).conditions());
				}
				else {
					all.add(member);
				}
			}
			if (!none.isEmpty()) {
				all.add(new Group(Quantifier.NONE, none));
			}
			return (all.size() == 1) ? all.get(0) : new Group(Quantifier.ALL, all);
		}

		private static Condition any(List<Condition> members) {
			if (members.contains(Condition.EVERYBODY)) {
				return Condition.EVERYBODY;
			}
			List<Condition> any = flat(members, Quantifier.ANY);
			return (any.size() == 1) ? any.get(0) : new Group(Quantifier.ANY, any);
		}

		private static Condition not(Condition any) {
			if (any.equals(NOBODY)) {
				return Condition.EVERYBODY;
			}
			if (any.equals(Condition.EVERYBODY)) {
				return NOBODY;
			}
			if (is(any, Quantifier.NONE)) {
				return any(((Group) any).conditions());
			}
			return is(any, Quantifier.ANY) ? new Group(Quantifier.NONE, ((Group) any).conditions())
					: Condition.none(any);
		}

		private static List<Condition> flat(List<Condition> members, Quantifier of) {
			return members.stream()
				.flatMap((one) -> is(one, of) ? ((Group) one).conditions().stream() : Stream.of(one))
				.toList();
		}

		private static boolean is(Condition condition, Quantifier of) {
			return condition instanceof Group group && group.of() == of;
		}

	}

}
