package dev.sayso.consent.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.util.MultiValueMap;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.OperatorSayChanges.Box;
import dev.sayso.shared.Ids;
import dev.sayso.shared.page.Choices;

/**
 * The denylist as it was posted: what its boxes showed, which are ticked, and the grounds
 * for lifting.
 *
 * @param ticked keys of the ticked boxes
 * @param shown the no that each box showed, by key
 */
record DenylistForm(Set<String> ticked, Map<String, Optional<UUID>> shown, MultiValueMap<String, String> fields) {

	/** Of the box that covers all the others. */
	static final String ANY = "any";

	static DenylistForm read(MultiValueMap<String, String> fields) {
		Set<String> ticked = new HashSet<>(fields.getOrDefault("doNotContact", List.of()));
		ticked.addAll(fields.getOrDefault("keep", List.of()));
		ticked.forEach((key) -> Choices.check(Purpose.of("marketing." + key).isPresent()));
		Map<String, Optional<UUID>> shown = new LinkedHashMap<>();
		for (String box : fields.getOrDefault("shown", List.of())) {
			String[] state = box.split("=", 2);
			shown.put(state[0], (state.length == 2) ? Ids.parse(state[1]) : Optional.empty());
		}
		return new DenylistForm(ticked, shown, fields);
	}

	static String key(Purpose purpose) {
		return purpose.key().substring("marketing.".length());
	}

	List<Box> boxes() {
		Set<String> keys = new HashSet<>(this.ticked);
		keys.addAll(this.shown.keySet());
		List<Box> boxes = new ArrayList<>();
		for (Purpose purpose : Purpose.values()) {
			if (purpose.isMarketing() && keys.contains(key(purpose))) {
				String key = key(purpose);
				boxes.add(new Box(purpose, this.ticked.contains(key),
						this.shown.getOrDefault(key, Optional.empty()).orElse(null), evidence(key).grounds()));
			}
		}
		return boxes;
	}

	boolean isTooLong() {
		return boxes().stream().anyMatch((box) -> evidence(key(box.purpose())).isTooLong());
	}

	EvidenceForm evidence(String key) {
		return EvidenceForm.read(this.fields, key);
	}

	/** Whether somebody filled in grounds for this box, or was asked to before. */
	boolean isAsked(String key) {
		return this.fields.containsKey("reason." + key);
	}

	String reason() {
		return Objects.requireNonNullElse(this.fields.getFirst("reason"), "");
	}

}
