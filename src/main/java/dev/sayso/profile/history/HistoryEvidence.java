package dev.sayso.profile.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.CodeNames;
import dev.sayso.profile.history.HistoryView.Box;
import dev.sayso.profile.history.HistoryView.Fact;
import dev.sayso.profile.history.HistoryView.Part;
import dev.sayso.profile.history.HistoryView.Seen;

/**
 * Shows the evidence of a ledger entry as facts, and the page as the person saw it.
 */
@Component
class HistoryEvidence {

	/** The facts that have a label, in reading order. */
	private static final List<String> KNOWN = List.of("page", "reachedBy", "site", "linkMadeBy", "connector", "wrote",
			"understood", "readBy", "message", "diagnostic", "opening", "ticks", "language", "userAgent", "gpc", "ip",
			"kind", "text", "evidence", "reference", "note", "file", "row", "undoes", "keptSince");

	private static final Set<String> TOLD_OTHERWISE = Set.of("pageName", "pageVersion", "version", "wording",
			"identified", "received");

	private static final Set<String> CODES = Set.of("ip", "undoes", "reference");

	/** What a text was understood as. */
	private static final List<String> MEANINGS = List.of("stop", "near-stop", "start", "help", "other");

	private final SayMessages messages;

	HistoryEvidence(SayMessages messages) {
		this.messages = messages;
	}

	List<Fact> list(LedgerEntry entry) {
		Map<String, Object> evidence = entry.evidence().facts();
		List<Fact> facts = new ArrayList<>();
		for (String name : KNOWN) {
			String text = text(name, evidence);
			if (text != null) {
				facts.add(new Fact("fact." + name, name, text, CODES.contains(name)));
			}
		}
		evidence.forEach((name, value) -> {
			if (!KNOWN.contains(name) && !TOLD_OTHERWISE.contains(name)) {
				facts.add(new Fact(null, name, value.toString(), false));
			}
		});
		if (!entry.saidAt().equals(entry.at())) {
			facts.add(new Fact("fact.said", "said", this.messages.times().utc(entry.saidAt()), false));
		}
		facts.add(new Fact("fact.recorded", "recorded", this.messages.times().utc(entry.at()), false));
		if (entry.submission() != null) {
			facts.add(new Fact("fact.submission", "submission", entry.submission().toString(), true));
		}
		facts.add(new Fact("fact.ledger", "ledger", entry.id().toString(), true));
		return facts;
	}

	/** The page with the texts that were shown and the ticks as submitted. */
	@Nullable Seen seen(LedgerEntry entry) {
		Map<String, Object> evidence = entry.evidence().facts();
		if (!(evidence.get("wording") instanceof Map<?, ?> wording)) {
			return null;
		}
		return new Seen(string(evidence, "language"), string(wording, "title"), parts(wording),
				string(wording, "button"));
	}

	/** In the order of the page; as they all stood before pages were made of blocks. */
	private static List<Part> parts(Map<?, ?> wording) {
		List<Map<?, ?>> boxes = boxes(wording);
		if (!(wording.get("blocks") instanceof List<?> blocks)) {
			return List.of(new Part(string(wording, "intro"), false, List.of()),
					new Part("", false, boxes.stream().map(HistoryEvidence::box).toList()));
		}
		List<Part> parts = new ArrayList<>();
		String service = string(wording, "service");
		if (!service.isEmpty()) {
			parts.add(new Part(service, true, List.of()));
		}
		List<Box> run = new ArrayList<>();
		for (Object block : blocks) {
			if (block instanceof Map<?, ?> shown && shown.containsKey("box")) {
				boxes.stream()
					.filter((box) -> string(box, "name").equals(string(shown, "box")))
					.map(HistoryEvidence::box)
					.forEach(run::add);
			}
			else if (block instanceof Map<?, ?> shown) {
				close(parts, run);
				String text = string(shown, "text");
				String help = string(shown, "help");
				parts.add(new Part(help.isEmpty() ? text : (text + "\n" + help).strip(),
						string(shown, "type").equals("heading"), List.of()));
			}
		}
		close(parts, run);
		return parts;
	}

	private static void close(List<Part> parts, List<Box> run) {
		if (!run.isEmpty()) {
			parts.add(new Part("", false, List.copyOf(run)));
			run.clear();
		}
	}

	private static Box box(Map<?, ?> box) {
		String often = string(box, "frequency");
		return new Box(string(box, "label") + (often.isEmpty() ? "" : " · " + often), string(box, "help"),
				Boolean.TRUE.equals(box.get("ticked")));
	}

	private @Nullable String text(String name, Map<String, Object> evidence) {
		Object value = evidence.get(name);
		return switch (name) {
			case "page" -> page(evidence);
			case "ticks" -> ticks(evidence);
			case "language" -> (value != null) ? language(value.toString()) : null;
			case "gpc" -> Boolean.TRUE.equals(value) ? this.messages.text("fact.gpc.true") : null;
			case "kind" -> worded("evidence.kind.", value, Evidence.KINDS);
			case "reachedBy" -> worded("fact.reachedBy.", value, List.of("personal", "public", "unsubscribe"));
			case "wrote" -> (value != null) ? this.messages.text("fact.wrote.in", value) : null;
			case "understood" -> worded("inbound.meaning.", value, MEANINGS);
			case "opening" -> worded("fact.opening.", value, List.of("automatic", "button"));
			case "keptSince" -> (value != null) ? since(value.toString()) : null;
			default -> (value != null) ? value.toString() : null;
		};
	}

	private @Nullable String worded(String prefix, @Nullable Object value, List<String> known) {
		if (value == null) {
			return null;
		}
		return known.contains(value.toString()) ? this.messages.text(prefix + value) : value.toString();
	}

	private @Nullable String page(Map<String, Object> evidence) {
		Object name = evidence.getOrDefault("pageName", evidence.get("page"));
		Object version = evidence.getOrDefault("pageVersion", evidence.get("version"));
		if (name == null) {
			return null;
		}
		return (version != null) ? this.messages.text("fact.page.version", name, version.toString()) : name.toString();
	}

	private @Nullable String ticks(Map<String, Object> evidence) {
		if (!(evidence.get("wording") instanceof Map<?, ?> wording)) {
			return null;
		}
		return boxes(wording).stream().map((box) -> {
			boolean ticked = Boolean.TRUE.equals(box.get("ticked"));
			return this.messages.text(ticked ? "fact.ticks.on" : "fact.ticks.off", string(box, "label"));
		}).collect(Collectors.joining("; "));
	}

	private String language(String tag) {
		return CodeNames.in(LocaleContextHolder.getLocale()).language(tag) + " ("
				+ Locale.forLanguageTag(tag).toLanguageTag() + ")";
	}

	private String since(String instant) {
		try {
			return this.messages.times().utc(Instant.parse(instant));
		}
		catch (DateTimeParseException ex) {
			return instant;
		}
	}

	private static List<Map<?, ?>> boxes(Map<?, ?> wording) {
		return (wording.get("boxes") instanceof List<?> list)
				? list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList() : List.of();
	}

	private static String string(Map<?, ?> map, String name) {
		Object value = map.get(name);
		return (value != null) ? value.toString() : "";
	}

}
