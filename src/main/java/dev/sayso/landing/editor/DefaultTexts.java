package dev.sayso.landing.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TimeFormat;

/**
 * Gives a new page its first words, complete in each of its languages, so that it could
 * be published as it is; a blank page gets none.
 */
@Component
class DefaultTexts {

	private final MessageSource messages;

	private final ConsentSettings settings;

	private final TimeFormat times;

	private final TemplateBlocks blocks;

	DefaultTexts(MessageSource messages, ConsentSettings settings, TimeFormat times, TemplateBlocks blocks) {
		this.blocks = blocks;
		this.messages = messages;
		this.settings = settings;
		this.times = times;
	}

	/**
	 * The content a page of this template begins with.
	 * @param languages the page's languages, its own first
	 */
	PageContent compose(PageTemplate template, List<String> languages) {
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		List<PageBox> boxes = template.boxes(this.settings.channelsInUse());
		languages.forEach((tag) -> texts.put(tag, texts(template, boxes, tag)));
		PageContent content = new PlainPage(languages.get(0), texts, template.fields(), boxes, PageContact.NONE,
				PageContent.COLOUR, "", PageBehaviour.in(this.times.zone()))
			.content();
		return (template == PageTemplate.ALL_CHOICES) ? this.blocks.add(content) : content;
	}

	/**
	 * The words a checkbox begins with: a channel's name, or the whole sentence that a
	 * tick says.
	 */
	BlockText box(PageBox box, String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		String sentence = "landing.template." + ((box.meaning() == BoxMeaning.DO_NOT_CONTACT) ? "no." : "yes.");
		return new BlockText(say((box.use() ? sentence : "channel.") + box.about(), locale),
				say("landing.template.help." + box.about(), locale));
	}

	/** The same page, asking before it stops contact. */
	PageContent asking(PageContent content) {
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		PlainPage plain = PlainPage.of(content);
		plain.texts()
			.forEach((tag, words) -> texts.put(tag,
					words.asking(say("landing.template.ask.title", Locale.forLanguageTag(tag)),
							say("landing.template.ask.intro", Locale.forLanguageTag(tag)))));
		return new PlainPage(plain.language(), texts, plain.fields(), plain.boxes(), plain.contact(), plain.colour(),
				plain.logo(), plain.behaviour().asking())
			.content(content);
	}

	/** The texts a language begins with that is new to a page. */
	PageTexts texts(LandingPage page, String tag) {
		return language(page, tag).texts();
	}

	/** The page with the usual words in the blocks of languages that are new to it. */
	PageContent withNewLanguages(LandingPage before, PageContent content) {
		List<String> fresh = content.languages()
			.stream()
			.filter((tag) -> !before.draft().texts().containsKey(tag))
			.toList();
		if (fresh.isEmpty()) {
			return content;
		}
		PlainPage plain = PlainPage.of(content);
		Map<String, PlainTexts> texts = new LinkedHashMap<>(plain.texts());
		fresh.forEach((tag) -> texts.put(tag, language(before, tag)));
		Map<String, PageBlock> words = new LinkedHashMap<>();
		new PlainPage(plain.language(), texts, plain.fields(), plain.boxes(), plain.contact(), plain.colour(),
				plain.logo(), plain.behaviour())
			.content()
			.blocks()
			.forEach((block) -> words.put(block.id(), block));
		return content.withBlocks(content.blocks()
			.stream()
			.map((block) -> fresh.stream()
				.filter((tag) -> words.containsKey(block.id()))
				.reduce(block, (so, tag) -> so.withText(tag, words.get(block.id()).text(tag)), (one, other) -> other))
			.toList());
	}

	private PlainTexts language(LandingPage page, String tag) {
		return texts(PageTemplate.like(page), page.draft().boxes(), tag);
	}

	private PlainTexts texts(PageTemplate template, List<PageBox> asked, String tag) {
		if (template == PageTemplate.BLANK) {
			return PlainTexts.NONE;
		}
		Locale locale = Locale.forLanguageTag(tag);
		String prefix = "landing.template." + template.key() + ".";
		Map<String, BlockText> boxes = new LinkedHashMap<>();
		boxes.put(PageBox.ANY, box(PageBox.of(PageBox.ANY), tag));
		for (Channel channel : Channel.values()) {
			boxes.put(channel.key(), box(PageBox.of(channel.key()), tag));
		}
		asked.stream().filter(PageBox::use).forEach((box) -> boxes.put(box.about(), box(box, tag)));
		return new PlainTexts(say(prefix + "title", locale), say(prefix + "intro", locale),
				asked.isEmpty() ? "" : say(prefix + "legend", locale), boxes, say(prefix + "button", locale),
				say(prefix + "resultTitle", locale), say(prefix + "resultText", locale),
				say("landing.template.inactive", locale), "", say(prefix + "visitorIntro", locale));
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
