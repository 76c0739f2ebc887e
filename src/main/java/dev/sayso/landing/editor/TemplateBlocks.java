package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageContent;
import dev.sayso.service.Service;
import dev.sayso.service.ServiceState;
import dev.sayso.service.Services;
import dev.sayso.shared.Channel;

/**
 * Adds to a page of all choices what its plain order has no place for: the services that
 * are open, each below its channel, a heading above the uses, and a pause.
 */
@Component
class TemplateBlocks {

	private final Services services;

	private final MessageSource messages;

	TemplateBlocks(Services services, MessageSource messages) {
		this.services = services;
		this.messages = messages;
	}

	PageContent add(PageContent content) {
		List<Service> open = this.services.findAllByOrderByName()
			.stream()
			.filter((service) -> service.state() == ServiceState.OPEN)
			.toList();
		List<PageBlock> blocks = new ArrayList<>();
		for (PageBlock block : content.blocks()) {
			if (block.type() == Type.PURPOSE && blocks.stream().noneMatch((other) -> other.type() == Type.PURPOSE)) {
				blocks.add(PageBlock.of("uses", Type.HEADING, words("landing.template.all-choices.uses", content)));
			}
			if (block.type() == Type.BUTTON) {
				blocks.add(PageBlock.of("pause", Type.PAUSE, words("landing.block.words.pause", content)));
			}
			blocks.add(block);
			Optional<Channel> channel = (block.type() == Type.CHANNEL) ? Channel.of(block.about()) : Optional.empty();
			open.stream()
				.filter((service) -> channel.filter(service.channel()::equals).isPresent())
				.forEach((service) -> blocks.add(PageBlock.service("service-" + service.slug(), service.slug(),
						BoxMeaning.IN_OR_OUT, Map.of())));
		}
		return content.withBlocks(blocks);
	}

	private Map<String, BlockText> words(String key, PageContent content) {
		Map<String, BlockText> words = new LinkedHashMap<>();
		content.texts()
			.keySet()
			.forEach((tag) -> words.put(tag,
					new BlockText(this.messages.getMessage(key, null, Locale.forLanguageTag(tag)), "")));
		return words;
	}

}
