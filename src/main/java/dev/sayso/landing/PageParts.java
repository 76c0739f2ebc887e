package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageBehaviour.ThankYou;

/**
 * Takes a page apart into named texts, as histories and differences tell of them. A part
 * of one language is named {@code <part>.<language>}; one of a block
 * {@code block/<type>/<about>/<id>/<part>}, with {@code /<language>} behind it.
 */
public final class PageParts {

	public static final String ON = "on";

	/** What the name of a block's part begins with. */
	public static final String BLOCK = "block/";

	/**
	 * What the name of a rule begins with; its way and its condition follow as its value.
	 */
	public static final String RULE = "rule/";

	private PageParts() {
	}

	public static Map<String, String> of(String name, PageContent content) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("name", name);
		parts.put("language", content.language());
		PageContent.LANGUAGES.forEach((tag) -> parts.put("in." + tag, tick(content.texts().containsKey(tag))));
		content.languages().forEach((tag) -> {
			PageTexts texts = content.texts().getOrDefault(tag, PageTexts.NONE);
			parts.put("title." + tag, texts.title());
			parts.put("resultTitle." + tag, texts.resultTitle());
			parts.put("resultText." + tag, texts.resultText());
			parts.put("inactive." + tag, texts.inactive());
			parts.put("privacyNotice." + tag, texts.privacyNotice());
		});
		parts.put("blocks", content.blocks().stream().map(PageBlock::path).collect(Collectors.joining(",")));
		content.blocks().forEach((block) -> block(parts, block, content));
		content.constants().forEach((attribute, value) -> parts.put("constant." + attribute, value));
		PageContact contact = content.contact();
		parts.put("organisation", contact.organisation());
		parts.put("address", contact.address());
		parts.put("email", contact.email());
		parts.put("phone", contact.phone());
		parts.put("logo", content.logo());
		parts.put("colour", content.colour());
		look(parts, content.look());
		behaviour(parts, content.behaviour());
		return parts;
	}

	private static void block(Map<String, String> parts, PageBlock block, PageContent content) {
		String prefix = BLOCK + block.path() + "/";
		if (block.meaning() != null) {
			parts.put(prefix + "meaning", block.meaning().key());
		}
		if (block.type() == PageBlock.Type.FIELD) {
			parts.put(prefix + "required", tick(block.required()));
		}
		if (block.readers() != PageBlock.Readers.EVERYBODY) {
			parts.put(prefix + "readers", block.readers().key());
		}
		content.languages().forEach((tag) -> {
			parts.put(prefix + "label/" + tag, block.text(tag).label());
			parts.put(prefix + "help/" + tag, block.text(tag).help());
		});
	}

	private static void look(Map<String, String> parts, PageLook look) {
		parts.put("theme", text(look.theme()));
		if (look.style() != null) {
			parts.put("paper", look.style().paper());
			parts.put("ink", look.style().ink());
			parts.put("font", look.style().font());
		}
		if (look.logo() != null) {
			parts.put("image", look.logo().url());
		}
	}

	private static void behaviour(Map<String, String> parts, PageBehaviour behaviour) {
		parts.put("askFirst", tick(behaviour.askFirst()));
		parts.put("refusesKnown", tick(behaviour.refusesKnown()));
		parts.put("confirmsByMail", tick(behaviour.mails().confirm()));
		parts.put("tellsStop", tick(behaviour.mails().stop()));
		parts.put("service", behaviour.service());
		parts.put("from", text(behaviour.from()));
		parts.put("to", text(behaviour.to()));
		parts.put("timeZone", behaviour.timeZone());
		parts.put("redirect", behaviour.redirect());
		ThankYou thankYou = behaviour.thankYou();
		parts.put("thankYou", thankYou.usual().toString());
		for (int number = 1; number <= thankYou.rules().size(); number++) {
			parts.put(RULE + number, thankYou.way(number) + " " + thankYou.rules().get(number - 1).condition());
		}
	}

	private static String tick(boolean ticked) {
		return ticked ? ON : "";
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
