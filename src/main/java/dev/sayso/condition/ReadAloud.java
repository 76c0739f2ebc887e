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
 * Says a condition as a sentence, so that whoever is about to use it hears whom it means.
 */
@Component
public class ReadAloud {

	private final Supplier<Map<String, Fact>> facts;

	private final MessageSource messages;

	@Autowired
	ReadAloud(Facts facts, MessageSource messages) {
		this(facts::byName, messages);
	}

	private ReadAloud(Supplier<Map<String, Fact>> facts, MessageSource messages) {
		this.facts = facts;
		this.messages = messages;
	}

	/**
	 * The same over the facts there are at this moment, for whoever reads many conditions
	 * at once.
	 */
	public ReadAloud now() {
		Map<String, Fact> now = this.facts.get();
		return new ReadAloud(() -> now, this.messages);
	}

	/** Words, and whether they are what matters. */
	public record Span(String text, boolean strong) {

	}

	/**
	 * A condition, whether it can be asked or not, as a sentence.
	 */
	public List<Span> sentence(Condition condition, Locale reader) {
		Wording wording = new Wording(this.messages, reader);
		Phrases phrases = new Phrases(wording, new Values(wording), this.facts.get());
		return Wording.merged(new Reading(wording, phrases).sentence(condition));
	}

	/**
	 * The same as text.
	 */
	public String plain(Condition condition, Locale reader) {
		return sentence(condition, reader).stream().map(Span::text).collect(Collectors.joining());
	}

}
