package dev.sayso.landing.editor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.landing.review.UsualWords;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.shared.page.Choices;

/**
 * What can be added to a page, and how it begins: about the first thing that the page
 * does not ask yet, with the usual words.
 */
@Component
class NewBlocks implements UsualWords {

	private final ConsentSettings settings;

	private final Services services;

	private final Attributes attributes;

	private final DefaultTexts texts;

	private final MessageSource messages;

	NewBlocks(ConsentSettings settings, Services services, Attributes attributes, DefaultTexts texts,
			MessageSource messages) {
		this.settings = settings;
		this.services = services;
		this.attributes = attributes;
		this.texts = texts;
		this.messages = messages;
	}

	/** The types of which the page can have one more. */
	List<Type> addable(LandingPage page) {
		return Arrays.stream(Type.values())
			.filter((type) -> !(page.kind().stopsEverything() && (type.isCheckbox() || type == Type.PAUSE)))
			.filter((type) -> !type.isSingle() || page.draft().blocks(type).isEmpty())
			.filter((type) -> !isAbout(type) || !free(page, type, "").isEmpty())
			.toList();
	}

	PageBlock create(LandingPage page, Type type) {
		Choices.check(addable(page).contains(type));
		String about = isAbout(type) ? free(page, type, "").keySet().iterator().next() : "";
		BoxMeaning meaning = type.isCheckbox() ? meaning(page, type, about) : null;
		PageBlock block = new PageBlock(PageBlock.newId(), type, about, meaning, false, PageBlock.Readers.EVERYBODY,
				Map.of());
		return block.withTexts(words(page.draft(), block));
	}

	/** The words a block begins with, in each language of its page. */
	Map<String, BlockText> words(PageContent content, PageBlock block) {
		Map<String, BlockText> words = new LinkedHashMap<>();
		content.languages().forEach((tag) -> {
			BlockText usual = words(block, tag);
			if (!usual.equals(BlockText.NONE)) {
				words.put(tag, usual);
			}
		});
		return words;
	}

	@Override
	public BlockText words(PageBlock block, String tag) {
		return switch (block.type()) {
			case CHANNEL, PURPOSE -> block.box().map((box) -> this.texts.box(box, tag)).orElse(BlockText.NONE);
			case HEADING, TEXT, BUTTON, AGREEMENT, PAUSE -> new BlockText(this.messages
				.getMessage("landing.block.words." + block.type().key(), null, Locale.forLanguageTag(tag)), "");
			default -> BlockText.NONE;
		};
	}

	/**
	 * What a block can be about, by key, in words: what nothing else on the page is
	 * about.
	 * @param own what the block is about now
	 */
	Map<String, String> free(LandingPage page, Type type, String own) {
		Set<String> taken = page.draft()
			.blocks(type)
			.stream()
			.map(PageBlock::about)
			.filter((about) -> !about.equals(own))
			.collect(Collectors.toSet());
		Map<String, String> free = all(type);
		free.keySet().removeAll(taken);
		return free;
	}

	/** Takes nothing for what a block is about that no page offers. */
	void checkAbout(LandingPage page, PageBlock block, String about) {
		Choices.check(!isAbout(block.type()) || about.isEmpty() || about.equals(block.about())
				|| free(page, block.type(), block.about()).containsKey(about));
	}

	static boolean isAbout(Type type) {
		return type.isCheckbox() || type == Type.FIELD;
	}

	/** Behind which block a new one goes: before the button, unless it ends the page. */
	static String place(PageContent content, PageBlock added) {
		List<PageBlock> blocks = content.blocks();
		boolean last = added.type() == Type.BUTTON || added.type() == Type.CONTACT;
		for (int at = 0; at < blocks.size() && !last; at++) {
			if (blocks.get(at).type() == Type.BUTTON && at > 0) {
				return blocks.get(at - 1).id();
			}
		}
		return "";
	}

	private Map<String, String> all(Type type) {
		Map<String, String> all = new LinkedHashMap<>();
		switch (type) {
			case CHANNEL -> {
				this.settings.channelsInUse()
					.forEach((channel) -> all.put(channel.key(), say("channel." + channel.key())));
				all.put(PageBox.ANY, say("channel." + PageBox.ANY));
			}
			case PURPOSE -> PageBox.USES.stream()
				.map(Purpose::key)
				.forEach((purpose) -> all.put(purpose, say("purpose." + purpose)));
			case SERVICE -> this.services.findAllByOrderByName()
				.stream()
				.filter((service) -> !service.isArchived())
				.forEach((service) -> all.put(service.slug(), service.name()));
			case FIELD -> {
				PageField.NAMES.forEach((name) -> all.put(name, say("public.field." + name)));
				this.attributes.findAllByOrderByLabel()
					.forEach((attribute) -> all.put(PageBlock.ATTRIBUTE + attribute.name(), attribute.label()));
			}
			default -> {
			}
		}
		return all;
	}

	/** What a block is about, in words; its key where that is gone. */
	String about(PageBlock block) {
		return switch (block.type()) {
			case SERVICE -> this.services.findBySlug(block.about()).map(Service::name).orElse(block.about());
			case FIELD -> block.attribute()
				.map((name) -> this.attributes.findByName(name).map(Attribute::label).orElse(name))
				.orElseGet(() -> say("public.field." + block.about()));
			case CHANNEL, PURPOSE -> say(PageBox.of(block.about()).messageKey());
			default -> "";
		};
	}

	private static BoxMeaning meaning(LandingPage page, Type type, String about) {
		BoxMeaning usual = page.draft()
			.blocks()
			.stream()
			.filter((block) -> block.type().isCheckbox() && block.meaning() != null)
			.findFirst()
			.map(PageBlock::meaning)
			.orElse(BoxMeaning.IN_OR_OUT);
		return (type == Type.SERVICE || new PageBox(about, usual).fits()) ? usual : BoxMeaning.DO_NOT_CONTACT;
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
