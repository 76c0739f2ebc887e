package dev.sayso.landing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sayso.consent.Purpose;

/**
 * The blocks of a page that can stand on it, and what of them a form asks: none twice
 * that asks the same, and nothing that does not fit.
 *
 * @param boxes the meanings of its checkboxes about contact and uses
 * @param services the meanings of its checkboxes about services, by their keys
 * @param fields what it asks for, each a detail or an attribute
 * @param required those that somebody nobody identified must fill in
 */
public record PageBlocks(List<PageBlock> all, Map<Purpose, BoxMeaning> boxes, Map<String, BoxMeaning> services,
		List<String> fields, List<String> required) {

	public static PageBlocks of(PageKind kind, List<PageBlock> blocks) {
		List<PageBlock> all = new ArrayList<>();
		Map<Purpose, BoxMeaning> boxes = new LinkedHashMap<>();
		Map<String, BoxMeaning> services = new LinkedHashMap<>();
		List<String> fields = new ArrayList<>();
		List<String> required = new ArrayList<>();
		Set<String> keys = new HashSet<>();
		for (PageBlock block : blocks) {
			boolean asked = block.key().isEmpty() || keys.add(block.key());
			if (!asked || !block.fits() || (kind.stopsEverything() && (block.type().isCheckbox() || isLegend(block)))) {
				continue;
			}
			all.add(block);
			block.box().ifPresent((box) -> boxes.put(box.purpose().orElseThrow(), box.meaning()));
			if (block.type() == PageBlock.Type.SERVICE && block.meaning() != null) {
				services.put(block.about(), block.meaning());
			}
			if (block.type() == PageBlock.Type.FIELD) {
				fields.add(block.about());
				if (block.required()) {
					required.add(block.about());
				}
			}
		}
		return new PageBlocks(List.copyOf(all), Collections.unmodifiableMap(boxes),
				Collections.unmodifiableMap(services), List.copyOf(fields), List.copyOf(required));
	}

	/**
	 * The heading of checkboxes on a page of before, which stood there with them only.
	 */
	public static boolean isLegend(PageBlock block) {
		return block.type() == PageBlock.Type.HEADING && block.id().equals(PlainPage.LEGEND);
	}

	public boolean has(PageBlock.Type type) {
		return this.all.stream().anyMatch((block) -> block.type() == type);
	}

	/** Its agreements; forms number them from 1. */
	public List<PageBlock> agreements() {
		return this.all.stream().filter((block) -> block.type() == PageBlock.Type.AGREEMENT).toList();
	}

	/** Whether a checkbox can write a no. */
	boolean writesNo() {
		return this.boxes.values().stream().anyMatch(BoxMeaning::writesNo)
				|| this.services.values().stream().anyMatch(BoxMeaning::writesNo);
	}

}
