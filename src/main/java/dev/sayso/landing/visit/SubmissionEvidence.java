package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.LinkMakers;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.shared.Settings;

/**
 * Gathers what proves a say made on a page: which page in which wording, how they got
 * there, and what the settings let be kept of where from.
 */
@Component
class SubmissionEvidence {

	private static final int LONGEST_TEXT = 4000;

	private final Settings settings;

	private final LinkMakers makers;

	private final PublicMessages messages;

	SubmissionEvidence(Settings settings, LinkMakers makers, PublicMessages messages) {
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
			.with("identified", link != null)
			.with("opening", body.way().key())
			.with("language", wording.language())
			.with("wording", body.oneClick() ? null : shownWording(page, wording, body, shown, link != null));
	}

	/** What proves a stop by a link in the header of a message. */
	Evidence collect(LinkToken.Unsubscribe link, VisitorRequest request) {
		return origin(Evidence.NONE, request).with("reachedBy", "unsubscribe")
			.with("linkMadeBy", this.makers.name(link.maker()))
			.with("message", link.message());
	}

	Evidence origin(PublishedPage page, VisitorRequest request) {
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

	/** Who asked, as the page named them then. */
	private static Map<String, String> sender(PageContact.Sender sender) {
		Map<String, String> named = new LinkedHashMap<>();
		named.put("name", sender.name());
		named.put("address", text(sender.lines()));
		named.put("email", text(sender.email()));
		named.put("phone", text(sender.phone()));
		named.put("privacyNotice", text(sender.privacy()));
		named.values().removeIf(String::isEmpty);
		return named;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private @Nullable String address(String remote) {
		return switch (this.settings.get("evidence.ip", "truncated")) {
			case "off" -> null;
			case "full" -> remote;
			default -> VisitorLimits.network(remote);
		};
	}

	private Map<String, Object> shownWording(PublishedPage page, PageWording wording, PublicFormBody body,
			ShownChoices shown, boolean identified) {
		String intro = page.blocks()
			.all()
			.stream()
			.filter((block) -> block.type() == PageBlock.Type.TEXT && block.readers().include(identified))
			.map((block) -> wording.block(block).text(identified).markdown())
			.collect(Collectors.joining("\n\n"));
		Map<String, Object> evidence = new LinkedHashMap<>();
		evidence.put("title", wording.title());
		evidence.put("intro", intro.substring(0, Math.min(LONGEST_TEXT, intro.length())));
		List<Map<String, Object>> boxes = new ArrayList<>();
		page.boxes().forEach((purpose, meaning) -> {
			BlockText label = wording.box(purpose);
			Map<String, Object> box = new LinkedHashMap<>();
			box.put("name", PublicFormBody.box(purpose));
			box.put("label", this.messages.label(label, purpose, Locale.forLanguageTag(wording.language())));
			box.put("help", label.help());
			box.put("meaning", meaning.key());
			box.put("shown", shown.ticked(purpose, meaning));
			box.put("ticked", body.ticks().ticked().contains(purpose));
			if (body.ticks().stopped().contains(purpose)) {
				box.put("stopped", true);
			}
			boxes.add(box);
		});
		evidence.put("boxes", boxes);
		evidence.put("sender", sender(wording.sender()));
		evidence.put("button", body.ticks().all()
				? this.messages.say("public.stop.all", Locale.forLanguageTag(wording.language())) : wording.button());
		return evidence;
	}

}
