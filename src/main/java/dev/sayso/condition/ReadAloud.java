package dev.sayso.condition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says a condition as a sentence, so that whoever is about to use it hears whom it means.
 */
@Component
public class ReadAloud {

	private final Facts facts;

	private final MessageSource messages;

	ReadAloud(Facts facts, MessageSource messages) {
		this.facts = facts;
		this.messages = messages;
	}

	/** Words, and whether they are what matters. */
	public record Span(String text, boolean strong) {

	}

	/**
	 * A condition, whether it can be asked or not, as a sentence.
	 */
	public List<Span> sentence(Condition condition, Locale reader) {
		Wording wording = new Wording(this.messages, reader);
		Phrases phrases = new Phrases(wording, new Values(wording), this.facts.byName());
		return Wording.merged(new Reading(wording, phrases).sentence(condition));
	}

	/**
	 * The same as text.
	 */
	public String plain(Condition condition, Locale reader) {
		return sentence(condition, reader).stream().map(Span::text).collect(Collectors.joining());
	}

}
