package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LinkMakers;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ShownChoices;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.Service;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.Settings;

/**
 * Gathers what proves a say made on a page: which page in which wording, how they got
 * there, and what the settings let be kept of where from.
 */
@Component
public class SubmissionEvidence {

	private static final int LONGEST_TEXT = 4000;

	private final Settings settings;

	private final LinkMakers makers;

	private final PublicMessages messages;

	private final PageServices services;

	SubmissionEvidence(Settings settings, LinkMakers makers, PublicMessages messages, PageServices services) {
		this.services = services;
		this.messages = messages;
		this.settings = settings;
		this.makers = makers;
	}

	Evidence collect(PublishedPage page, PageWording wording, VisitorRequest request, PublicFormBody body,
			ShownChoices shown, LinkToken.@Nullable Link link) {
		String maker = (link != null) ? this.makers.name(link.maker()) : null;
		return origin(page, request).with("reachedBy", (link != null) ? "personal" : "public")
			.with("linkMadeBy", maker)
			.with("message", (link != null) ? link.message() : null)
			.with("site",
					(link == null && NamedOrigins.of(this.settings).has(request.origin())) ? request.origin() : null)
			.with("identified", link != null)
			.with("opening", body.way().key())
			.with("language", wording.language())
			.with("wording",
					body.oneClick() ? null : shownWording(page, wording, body, shown, link != null, request.gpc()));
	}

	/** What proves a stop by a link in the header of a message. */
	Evidence collect(LinkToken.Unsubscribe link, VisitorRequest request) {
		return origin(Evidence.NONE, request).with("reachedBy", "unsubscribe")
			.with("linkMadeBy", this.makers.name(link.maker()))
			.with("message", link.message());
	}

	public Evidence origin(PublishedPage page, VisitorRequest request) {
		return origin(Evidence.NONE.with("page", page.slug())
			.with("pageName", page.name())
			.with("pageVersion", page.version()), request);
	}

	private Evidence origin(Evidence evidence, VisitorRequest request) {
		String agent = request.userAgent();
		return evidence.with("userAgent", (agent != null) ? agent.substring(0, Math.min(300, agent.length())) : null)
			.with("ip", address(request.remote()))
			.with("gpc", request.gpc() ? Boolean.TRUE : null);
	}

	private @Nullable String address(String remote) {
		return switch (this.settings.get("evidence.ip", "truncated")) {
			case "off" -> null;
			case "full" -> remote;
			default -> VisitorLimits.network(remote);
		};
	}

	private Map<String, Object> shownWording(PublishedPage page, PageWording wording, PublicFormBody body,
			ShownChoices shown, boolean identified, boolean gpc) {
		Locale locale = Locale.forLanguageTag(wording.language());
		List<Map<String, Object>> boxes = new ArrayList<>();
		List<Map<String, Object>> blocks = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		int agreements = 0;
		for (PageBlock block : page.blocks().all()) {
			if (block.purpose().filter(shown::hides).isPresent()) {
				continue;
			}
			BlockText text = wording.block(block).text();
			switch (block.type()) {
				case CHANNEL, PURPOSE -> boxes.add(box(block, wording, body, shown, gpc));
				case SERVICE -> this.services.find(block.about())
					.ifPresent((service) -> boxes.add(service(block, service, text, body, shown, locale)));
				case AGREEMENT -> {
					agreements++;
					boxes.add(agreement(text, agreements, body));
				}
				case TEXT -> {
					if (block.readers().include(identified)) {
						String read = wording.block(block).text(identified).markdown();
						texts.add(read);
						blocks.add(read(block, new BlockText(read, "")));
					}
				}
				case PAUSE -> boxes.add(pause(text, body, shown, locale));
				case HEADING, IMAGE, FIELD -> {
					if (!text.equals(BlockText.NONE)) {
						blocks.add(read(block, text));
					}
				}
				case DIVIDER, BUTTON, CONTACT -> {
				}
			}
			if (block.type().isCheckbox()
					|| List.of(PageBlock.Type.AGREEMENT, PageBlock.Type.PAUSE).contains(block.type())) {
				blocks
					.add(Map.of("box", boxes.isEmpty() ? "" : String.valueOf(boxes.get(boxes.size() - 1).get("name"))));
			}
		}
		Map<String, Object> evidence = new LinkedHashMap<>();
		evidence.put("title", wording.title());
		evidence.put("intro", cut(String.join("\n\n", texts)));
		evidence.put("boxes", boxes);
		evidence.put("blocks", blocks);
		if (page.kind().hasService()) {
			this.services.find(page.service())
				.ifPresent((service) -> evidence.put("service", service.name(locale.getLanguage())));
		}
		evidence.put("sender", wording.sender().named());
		evidence.put("button", button(page, wording, body, locale));
		return evidence;
	}

	private String button(PublishedPage page, PageWording wording, PublicFormBody body, Locale locale) {
		if (body.ticks().all()) {
			return this.messages.say(page.kind().stopsApart() ? "public.stop.everything" : "public.stop.all", locale);
		}
		return wording.button().isBlank() ? this.messages.say(page.kind().button(), locale) : wording.button();
	}

	private Map<String, Object> box(PageBlock block, PageWording wording, PublicFormBody body, ShownChoices shown,
			boolean gpc) {
		Purpose purpose = block.purpose().orElseThrow();
		BoxMeaning meaning = Objects.requireNonNull(block.meaning());
		BlockText label = wording.box(purpose);
		Map<String, Object> box = new LinkedHashMap<>();
		box.put("name", PublicFormBody.box(purpose));
		box.put("label", this.messages.label(label, purpose, Locale.forLanguageTag(wording.language())));
		box.put("help", label.help());
		box.put("meaning", meaning.key());
		box.put("shown", shown.ticked(purpose, meaning) && !(gpc && PublicFormBoxes.isUntickedByGpc(purpose, meaning)));
		box.put("ticked", body.ticks().ticked().contains(purpose));
		if (body.ticks().stopped().contains(purpose)) {
			box.put("stopped", true);
		}
		return box;
	}

	private static Map<String, Object> service(PageBlock block, Service service, BlockText text, PublicFormBody body,
			ShownChoices shown, Locale locale) {
		BoxMeaning meaning = Objects.requireNonNull(block.meaning());
		String key = service.slug();
		String language = locale.getLanguage();
		Map<String, Object> box = new LinkedHashMap<>();
		box.put("name", PublicFormBody.SERVICE + key);
		box.put("label", text.label().isBlank() ? service.name(language) : text.label());
		box.put("help", text.help().isBlank() ? service.description(language) : text.help());
		box.put("meaning", meaning.key());
		box.put("shown", shown.ticked(key, meaning));
		box.put("ticked", body.ticks().services().ticked().contains(key));
		service.frequency(body.ticks().services().frequencies().get(key))
			.ifPresent((frequency) -> box.put("frequency", frequency.in(language)));
		if (body.ticks().services().stopped().contains(key)) {
			box.put("stopped", true);
		}
		return box;
	}

	private Map<String, Object> pause(BlockText text, PublicFormBody body, ShownChoices shown, Locale locale) {
		FormPause.Typed typed = body.ticks().pause();
		String until = (typed != null) ? typed.until() : "";
		String label = text.label().isBlank() ? this.messages.say("public.pause", locale) : text.label();
		Map<String, Object> box = new LinkedHashMap<>();
		box.put("name", FormPause.UNTIL);
		box.put("label", (label + " " + until).strip());
		box.put("help", text.help().isBlank() ? this.messages.say("public.pause.help", locale) : text.help());
		box.put("meaning", "pause");
		box.put("shown", shown.pause() != null);
		box.put("ticked", !until.isEmpty());
		return box;
	}

	private static Map<String, Object> agreement(BlockText text, int number, PublicFormBody body) {
		Map<String, Object> box = new LinkedHashMap<>();
		box.put("name", PublicFormBody.AGREEMENT + number);
		box.put("label", text.label());
		box.put("help", text.help());
		box.put("meaning", "agreement");
		box.put("shown", false);
		box.put("ticked", body.ticks().agreements().contains(number));
		return box;
	}

	private static Map<String, Object> read(PageBlock block, BlockText text) {
		Map<String, Object> read = new LinkedHashMap<>();
		read.put("type", block.type().key());
		read.put("text", cut(text.label()));
		read.put("help", text.help());
		return read;
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
	}

}
