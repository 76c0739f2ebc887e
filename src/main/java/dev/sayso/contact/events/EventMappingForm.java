package dev.sayso.contact.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A mapping as it is typed, with a payload to try it on.
 *
 * @param version the one that was shown; -1 where there was none
 */
record EventMappingForm(int version, String proof, @Nullable String header, @Nullable String encoding,
		@Size(max = 200, message = "{mapping.fault.path}") String events,
		@NotBlank(message = "{mapping.fault.needed.type}") @Size(max = 200,
				message = "{mapping.fault.path}") String type,
		@NotBlank(message = "{mapping.fault.needed.address}") @Size(max = 200,
				message = "{mapping.fault.path}") String address,
		@Size(max = 200, message = "{mapping.fault.path}") String time,
		@Size(max = 200, message = "{mapping.fault.path}") String message,
		@Size(max = 200, message = "{mapping.fault.path}") String diagnostic,
		@Size(max = 200, message = "{mapping.fault.path}") String hard,
		@Size(max = 1000, message = "{mapping.fault.words}") String hardBounce,
		@Size(max = 1000, message = "{mapping.fault.words}") String softBounce,
		@Size(max = 1000, message = "{mapping.fault.words}") String bounced,
		@Size(max = 1000, message = "{mapping.fault.words}") String complaint,
		@Size(max = 1000, message = "{mapping.fault.words}") String unsubscribe,
		@Size(max = 1000, message = "{mapping.fault.words}") String delivered,
		@Size(max = 1000, message = "{mapping.fault.words}") String sent,
		@Size(max = 100_000, message = "{mapping.fault.payload}") @Nullable String payload) {

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");

	/** Message keys of fields that are not called as they are sent. */
	private static final Map<String, String> LABELS = Map.of("proof", "mapping.proof.choose", "hardBounce",
			"mapping.hard-bounce", "softBounce", "mapping.soft-bounce");

	static final List<String> PROOFS = Arrays.stream(MappedProof.values()).map(MappedProof::key).toList();

	static final List<String> ENCODINGS = Arrays.stream(MappedProof.Encoding.values())
		.map(MappedProof.Encoding::key)
		.toList();

	static EventMappingForm of(EventMapping mapping) {
		return new EventMappingForm((mapping.version() != null) ? mapping.version() : -1, mapping.proof().key(),
				mapping.header(), mapping.encoding().key(), mapping.eventsPath(), mapping.typePath(),
				mapping.addressPath(), mapping.timePath(), mapping.messagePath(), mapping.diagnosticPath(),
				mapping.hardPath(), mapping.words().text(MappedType.HARD_BOUNCE),
				mapping.words().text(MappedType.SOFT_BOUNCE), mapping.words().text(MappedType.BOUNCED),
				mapping.words().text(MappedType.COMPLAINT), mapping.words().text(MappedType.UNSUBSCRIBE),
				mapping.words().text(MappedType.DELIVERED), mapping.words().text(MappedType.SENT), "");
	}

	EventMapping apply(EventMapping before, Instant now, String by) {
		boolean headed = MappedProof.of(this.proof).hasHeader();
		return new EventMapping(before.connectorId(), before.version(), MappedProof.of(this.proof),
				headed ? tidy(this.header) : "", MappedProof.Encoding.of(tidy(this.encoding)), tidy(this.events),
				tidy(this.type), tidy(this.address), tidy(this.time), tidy(this.message), tidy(this.diagnostic),
				tidy(this.hard), words(), now, by);
	}

	private Map<MappedType, String> typed() {
		Map<MappedType, String> typed = new EnumMap<>(MappedType.class);
		typed.put(MappedType.HARD_BOUNCE, tidy(this.hardBounce));
		typed.put(MappedType.SOFT_BOUNCE, tidy(this.softBounce));
		typed.put(MappedType.BOUNCED, tidy(this.bounced));
		typed.put(MappedType.COMPLAINT, tidy(this.complaint));
		typed.put(MappedType.UNSUBSCRIBE, tidy(this.unsubscribe));
		typed.put(MappedType.DELIVERED, tidy(this.delivered));
		typed.put(MappedType.SENT, tidy(this.sent));
		return typed;
	}

	private MappedWords words() {
		Map<MappedType, List<String>> words = new EnumMap<>(MappedType.class);
		typed().forEach((type, text) -> words.put(type, split(text)));
		return new MappedWords(words);
	}

	/** What only the whole tells. */
	void check(Errors errors) {
		if (!PROOFS.contains(tidy(this.proof))) {
			errors.rejectValue("proof", "mapping.fault.proof");
		}
		else if (MappedProof.of(this.proof).hasHeader() && !HEADER.matcher(tidy(this.header)).matches()) {
			errors.rejectValue("header", "mapping.fault.header");
		}
		Map.of("events", tidy(this.events), "type", tidy(this.type), "address", tidy(this.address), "time",
				tidy(this.time), "message", tidy(this.message), "diagnostic", tidy(this.diagnostic), "hard",
				tidy(this.hard))
			.forEach((field, path) -> {
				if (EventPath.parse(path).isEmpty()) {
					errors.rejectValue(field, "mapping.fault.path");
				}
			});
		checkWords(errors);
	}

	/** A value means one thing, and something is meant. */
	private void checkWords(Errors errors) {
		Map<MappedType, String> typed = typed();
		if (typed.values().stream().allMatch(String::isEmpty)) {
			errors.rejectValue("hardBounce", "mapping.fault.none");
		}
		MappedWords words = words();
		typed.forEach((type, text) -> split(text).stream()
			.filter((word) -> words.find(word).filter((first) -> first != type).isPresent())
			.findFirst()
			.ifPresent((word) -> errors.rejectValue(field(type), "mapping.fault.twice", new Object[] { word }, "")));
	}

	/**
	 * What somebody typed and somebody else saved meanwhile.
	 *
	 * @param rows the fields that differ
	 * @param same the others, which the choice carries along
	 */
	record Stale(List<StaleField> rows, Map<String, String> same) {

	}

	/** Both values of a field, to choose from. */
	record StaleField(String name, String label, String yours, String theirs) {

	}

	Stale against(EventMapping now) {
		Map<String, String> yours = texts();
		Map<String, String> theirs = of(now).texts();
		List<StaleField> rows = yours.keySet()
			.stream()
			.filter((name) -> !yours.get(name).equals(theirs.get(name)))
			.map((name) -> new StaleField(name, LABELS.getOrDefault(name, "mapping." + name), yours.get(name),
					theirs.get(name)))
			.toList();
		Map<String, String> same = new LinkedHashMap<>(yours);
		rows.forEach((row) -> same.remove(row.name()));
		return new Stale(rows, same);
	}

	private Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("proof", tidy(this.proof));
		texts.put("header", tidy(this.header));
		texts.put("encoding", tidy(this.encoding));
		texts.put("events", tidy(this.events));
		texts.put("type", tidy(this.type));
		texts.put("address", tidy(this.address));
		texts.put("time", tidy(this.time));
		texts.put("message", tidy(this.message));
		texts.put("diagnostic", tidy(this.diagnostic));
		texts.put("hard", tidy(this.hard));
		typed().forEach((type, text) -> texts.put(field(type), text));
		return texts;
	}

	private static String field(MappedType type) {
		return switch (type) {
			case HARD_BOUNCE -> "hardBounce";
			case SOFT_BOUNCE -> "softBounce";
			default -> type.key();
		};
	}

	private static List<String> split(String text) {
		return Arrays.stream(text.split("[,\\n]"))
			.map(String::strip)
			.filter((word) -> !word.isEmpty())
			.distinct()
			.toList();
	}

	private static String tidy(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
