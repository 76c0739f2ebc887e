package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LinkMakers;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ShownBox;
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
			.with("wording", body.oneClick() ? null
					: shownWording(new Seen(page, wording, body, shown, link != null, request.gpc())));
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

	/**
	 * What stood on the page for who sent its form.
	 *
	 * @param identified whether it was opened by a link of their own
	 * @param gpc whether their browser asked not to be tracked
	 */
	private record Seen(PublishedPage page, PageWording wording, PublicFormBody body, ShownChoices shown,
			boolean identified, boolean gpc) {

		Locale locale() {
			return Locale.forLanguageTag(this.wording.language());
		}

		/** The text of a block in the words for those who read it. */
		String read(PageBlock block) {
			return this.wording.block(block).text(this.identified).markdown();
		}

	}

	private Map<String, Object> shownWording(Seen seen) {
		List<Map<String, Object>> boxes = new ArrayList<>();
		List<Map<String, Object>> blocks = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		int agreements = 0;
		for (PageBlock block : seen.page().blocks().all()) {
			if (block.purpose().filter(seen.shown()::hides).isPresent()) {
				continue;
			}
			agreements += (block.type() == PageBlock.Type.AGREEMENT) ? 1 : 0;
			box(block, seen, agreements).ifPresent(boxes::add);
			text(block, seen).ifPresent(blocks::add);
			if (block.type() == PageBlock.Type.TEXT && block.readers().include(seen.identified())) {
				texts.add(seen.read(block));
			}
			if (block.type().isCheckbox()
					|| List.of(PageBlock.Type.AGREEMENT, PageBlock.Type.PAUSE).contains(block.type())) {
				blocks
					.add(Map.of("box", boxes.isEmpty() ? "" : String.valueOf(boxes.get(boxes.size() - 1).get("name"))));
			}
		}
		Map<String, Object> evidence = new LinkedHashMap<>();
		evidence.put("title", seen.wording().title());
		evidence.put("intro", cut(String.join("\n\n", texts)));
		evidence.put("boxes", boxes);
		evidence.put("blocks", blocks);
		if (seen.page().kind().hasService()) {
			this.services.find(seen.page().service())
				.ifPresent((service) -> evidence.put("service", service.name(seen.locale().getLanguage())));
		}
		evidence.put("sender", seen.wording().sender().named());
		evidence.put("button", button(seen));
		return evidence;
	}

	/** What could be ticked of a block; an agreement is called by its number. */
	private Optional<Map<String, Object>> box(PageBlock block, Seen seen, int number) {
		BlockText text = seen.wording().block(block).text();
		return switch (block.type()) {
			case CHANNEL, PURPOSE -> Optional.of(box(block, seen));
			case SERVICE -> this.services.find(block.about()).map((service) -> service(block, service, text, seen));
			case AGREEMENT -> Optional.of(new ShownBox(PublicFormBody.AGREEMENT + number, text.label(), text.help(),
					"agreement", false, seen.body().ticks().agreements().contains(number))
				.fields());
			case PAUSE -> Optional.of(pause(text, seen));
			case TEXT, HEADING, IMAGE, FIELD, DIVIDER, BUTTON, CONTACT -> Optional.empty();
		};
	}

	/** What could be read of a block; empty where nothing could. */
	private static Optional<Map<String, Object>> text(PageBlock block, Seen seen) {
		return switch (block.type()) {
			case TEXT -> block.readers().include(seen.identified())
					? Optional.of(read(block, new BlockText(seen.read(block), ""))) : Optional.empty();
			case HEADING, IMAGE,
					FIELD ->
				Optional.of(seen.wording().block(block).text())
					.filter((text) -> !text.equals(BlockText.NONE))
					.map((text) -> read(block, text));
			case CHANNEL, PURPOSE, SERVICE, AGREEMENT, PAUSE, DIVIDER, BUTTON, CONTACT -> Optional.empty();
		};
	}

	private String button(Seen seen) {
		PageKind kind = seen.page().kind();
		if (seen.body().ticks().all()) {
			return this.messages.say(kind.stopsApart() ? "public.stop.everything" : "public.stop.all", seen.locale());
		}
		return seen.wording().button().isBlank() ? this.messages.say(kind.button(), seen.locale())
				: seen.wording().button();
	}

	private Map<String, Object> box(PageBlock block, Seen seen) {
		Purpose purpose = block.purpose().orElseThrow();
		BoxMeaning meaning = Objects.requireNonNull(block.meaning());
		BlockText label = seen.wording().box(purpose);
		Map<String, Object> box = new ShownBox(PublicFormBody.box(purpose),
				this.messages.label(label, purpose, seen.locale()), label.help(), meaning.key(),
				seen.shown().ticked(purpose, meaning)
						&& !(seen.gpc() && PublicFormBoxes.isUntickedByGpc(purpose, meaning)),
				seen.body().ticks().ticked().contains(purpose))
			.fields();
		if (seen.body().ticks().stopped().contains(purpose)) {
			box.put("stopped", true);
		}
		return box;
	}

	private static Map<String, Object> service(PageBlock block, Service service, BlockText text, Seen seen) {
		BoxMeaning meaning = Objects.requireNonNull(block.meaning());
		String key = service.slug();
		String language = seen.locale().getLanguage();
		PublicFormBody.Ticks ticks = seen.body().ticks();
		Map<String, Object> box = new ShownBox(PublicFormBody.SERVICE + key,
				text.label().isBlank() ? service.name(language) : text.label(),
				text.help().isBlank() ? service.description(language) : text.help(), meaning.key(),
				seen.shown().ticked(key, meaning), ticks.services().ticked().contains(key))
			.fields();
		service.frequency(ticks.services().frequencies().get(key))
			.ifPresent((frequency) -> box.put("frequency", frequency.in(language)));
		if (ticks.services().stopped().contains(key)) {
			box.put("stopped", true);
		}
		return box;
	}

	private Map<String, Object> pause(BlockText text, Seen seen) {
		FormPause.Typed typed = seen.body().ticks().pause();
		String until = (typed != null) ? typed.until() : "";
		String label = text.label().isBlank() ? this.messages.say("public.pause", seen.locale()) : text.label();
		return new ShownBox(FormPause.UNTIL, (label + " " + until).strip(),
				text.help().isBlank() ? this.messages.say("public.pause.help", seen.locale()) : text.help(), "pause",
				seen.shown().pause() != null, !until.isEmpty())
			.fields();
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
