package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.Subject;

/**
 * Takes a page apart into named texts, for histories and differences. A part of one
 * language is named {@code <part>.<language>}.
 */
final class PageParts {

	private PageParts() {
	}

	static Subject subject(LandingPage page) {
		return new Subject("landing-page", page.id().toString(), page.name());
	}

	static Map<String, String> of(String name, PageContent content) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("name", name);
		parts.put("languages", String.join(", ", content.languages()));
		content.languages().forEach((tag) -> texts(parts, tag, content));
		parts.put("fields",
				content.fields()
					.stream()
					.map((field) -> field.name() + (field.required() ? "*" : ""))
					.collect(Collectors.joining(", ")));
		parts.put("boxes",
				content.boxes()
					.stream()
					.map((box) -> box.channel() + ": " + box.meaning().key())
					.collect(Collectors.joining(", ")));
		PageContact contact = content.contact();
		parts.put("organisation", contact.organisation());
		parts.put("address", contact.address());
		parts.put("email", contact.email());
		parts.put("phone", contact.phone());
		parts.put("logo", content.logo());
		parts.put("colour", content.colour());
		behaviour(parts, content.behaviour());
		return parts;
	}

	private static void texts(Map<String, String> parts, String tag, PageContent content) {
		PageTexts texts = content.texts().getOrDefault(tag, PageTexts.NONE);
		parts.put("title." + tag, texts.title());
		parts.put("intro." + tag, texts.intro());
		parts.put("legend." + tag, texts.legend());
		content.boxes().forEach((box) -> {
			parts.put("box." + box.channel() + ".label." + tag, texts.box(box.channel()).label());
			parts.put("box." + box.channel() + ".help." + tag, texts.box(box.channel()).help());
		});
		parts.put("button." + tag, texts.button());
		parts.put("resultTitle." + tag, texts.resultTitle());
		parts.put("resultText." + tag, texts.resultText());
		parts.put("inactive." + tag, texts.inactive());
		parts.put("privacyNotice." + tag, texts.privacyNotice());
	}

	private static void behaviour(Map<String, String> parts, PageBehaviour behaviour) {
		parts.put("askFirst", String.valueOf(behaviour.askFirst()));
		parts.put("refusesKnown", String.valueOf(behaviour.refusesKnown()));
		parts.put("from", text(behaviour.from()));
		parts.put("to", text(behaviour.to()));
		parts.put("timeZone", behaviour.timeZone());
		parts.put("redirect", behaviour.redirect());
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
