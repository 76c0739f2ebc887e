package dev.sayso.landing.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;

/**
 * Takes a page apart into named texts, as the form edits them. A part of one language is
 * named {@code <part>.<language>}.
 */
final class PlainParts {

	static final String ON = "on";

	private PlainParts() {
	}

	static Map<String, String> of(String name, PlainPage content) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("name", name);
		parts.put("language", content.language());
		PageContent.LANGUAGES.forEach((tag) -> parts.put("in." + tag, tick(content.texts().containsKey(tag))));
		languages(content).forEach((tag) -> texts(parts, tag, content));
		parts.put("boxes", content.boxes().stream().map(PageBox::about).collect(Collectors.joining(",")));
		content.boxes().forEach((box) -> parts.put("meaning." + box.about(), box.meaning().key()));
		PageField.NAMES.forEach((field) -> parts.put("field." + field, ""));
		content.fields()
			.forEach((field) -> parts.put("field." + field.name(),
					field.required() ? PageField.REQUIRED : PageField.ASKED));
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

	private static void texts(Map<String, String> parts, String tag, PlainPage content) {
		PlainTexts texts = content.texts().getOrDefault(tag, PlainTexts.NONE);
		parts.put("title." + tag, texts.title());
		parts.put("intro." + tag, texts.intro());
		parts.put("visitorIntro." + tag, texts.visitorIntro());
		parts.put("legend." + tag, texts.legend());
		content.boxes().forEach((box) -> {
			parts.put("label." + box.about() + "." + tag, texts.box(box.about()).label());
			parts.put("help." + box.about() + "." + tag, texts.box(box.about()).help());
		});
		parts.put("button." + tag, texts.button());
		parts.put("resultTitle." + tag, texts.resultTitle());
		parts.put("resultText." + tag, texts.resultText());
		parts.put("inactive." + tag, texts.inactive());
		parts.put("privacyNotice." + tag, texts.privacyNotice());
	}

	private static void behaviour(Map<String, String> parts, PageBehaviour behaviour) {
		parts.put("askFirst", tick(behaviour.askFirst()));
		parts.put("refusesKnown", tick(behaviour.refusesKnown()));
		parts.put("from", text(behaviour.from()));
		parts.put("to", text(behaviour.to()));
		parts.put("timeZone", behaviour.timeZone());
		parts.put("redirect", behaviour.redirect());
	}

	private static List<String> languages(PlainPage content) {
		return PageContent.LANGUAGES.stream().filter(content.texts()::containsKey).toList();
	}

	private static String tick(boolean ticked) {
		return ticked ? ON : "";
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
