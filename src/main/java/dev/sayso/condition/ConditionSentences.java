package dev.sayso.condition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

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
		return SpanMessages.merged(new ConditionSentence(spanMessages, phrases).sentence(condition));
	}

	public String plain(Condition condition, Locale reader) {
		return sentence(condition, reader).stream().map(Span::text).collect(Collectors.joining());
	}

}
