package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Times;

/**
 * Gives a new page its first words, complete in each of its languages, so that it could
 * be published as it is.
 */
@Component
class FirstTexts {

	private final MessageSource messages;

	private final ConsentSettings settings;

	private final Times times;

	FirstTexts(MessageSource messages, ConsentSettings settings, Times times) {
		this.messages = messages;
		this.settings = settings;
		this.times = times;
	}

	/**
	 * The content a page of this template begins with.
	 * @param languages the page's languages, its own first
	 */
	PageContent of(PageTemplate template, List<String> languages) {
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		languages.forEach((tag) -> texts.put(tag, texts(template, tag)));
		return new PageContent(languages.get(0), texts, template.fields(),
				template.boxes(this.settings.channelsInUse()), PageContact.NONE, PageContent.COLOUR, "",
				PageBehaviour.in(this.times.zone()));
	}

	/**
	 * The words a checkbox begins with.
	 */
	BoxText box(String channel, String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		return new BoxText(say("channel." + channel, locale), say("landing.template.help." + channel, locale));
	}

	/**
	 * The same page, asking before it stops contact.
	 */
	PageContent asking(PageContent content) {
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag,
					words.asking(say("landing.template.ask.title", Locale.forLanguageTag(tag)),
							say("landing.template.ask.intro", Locale.forLanguageTag(tag)))));
		PageBehaviour now = content.behaviour();
		return new PageContent(content.language(), texts, content.fields(), content.boxes(), content.contact(),
				content.colour(), content.logo(),
				new PageBehaviour(true, now.refusesKnown(), now.from(), now.to(), now.timeZone(), now.redirect()));
	}

	/**
	 * The words a language begins with that is new to a page.
	 */
	PageTexts language(LandingPage page, String tag) {
		PageTemplate template = (page.kind() == PageKind.DENYLIST) ? PageTemplate.STOP_EVERYTHING
				: page.draft().boxes().stream().anyMatch((box) -> box.meaning() == Meaning.DO_NOT_CONTACT)
						? PageTemplate.DO_NOT_CONTACT : PageTemplate.PREFERENCES;
		return texts(template, tag);
	}

	private PageTexts texts(PageTemplate template, String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		String prefix = "landing.template." + template.key() + ".";
		Map<String, BoxText> boxes = new LinkedHashMap<>();
		boxes.put(PageBox.ANY, box(PageBox.ANY, tag));
		for (Channel channel : Channel.values()) {
			boxes.put(channel.key(), box(channel.key(), tag));
		}
		return new PageTexts(say(prefix + "title", locale), say(prefix + "intro", locale),
				say(prefix + "legend", locale), boxes, say(prefix + "button", locale),
				say(prefix + "resultTitle", locale), say(prefix + "resultText", locale),
				say("landing.template.inactive", locale), "");
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
