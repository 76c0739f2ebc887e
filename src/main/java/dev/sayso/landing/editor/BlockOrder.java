package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.sayso.landing.PageBlock;

/**
 * The blocks of a page in their order, and what becomes of it: a block is added, moved,
 * duplicated or removed. What names a block that is gone changes nothing.
 */
record BlockOrder(List<PageBlock> blocks) {

	/** So many blocks a page can have. */
	static final int MOST = 500;

	/** Adds a block behind another, at the end where there is none of that name. */
	BlockOrder add(PageBlock added, String after) {
		List<PageBlock> changed = new ArrayList<>(this.blocks);
		int at = place(after);
		changed.add((at < 0) ? changed.size() : at + 1, added);
		return new BlockOrder(List.copyOf(changed));
	}

	BlockOrder up(String id) {
		return swap(place(id), place(id) - 1);
	}

	BlockOrder down(String id) {
		return swap(place(id), place(id) + 1);
	}

	/** Moves a block before another; to the end where there is none of that name. */
	BlockOrder before(String id, String next) {
		int from = place(id);
		if (from < 0 || id.equals(next)) {
			return this;
		}
		List<PageBlock> changed = new ArrayList<>(this.blocks);
		PageBlock moved = changed.remove(from);
		int to = new BlockOrder(changed).place(next);
		changed.add((to < 0) ? changed.size() : to, moved);
		return new BlockOrder(List.copyOf(changed));
	}

	BlockOrder copy(String id, String copyId) {
		int at = place(id);
		return (at < 0) ? this : add(this.blocks.get(at).withId(copyId), id);
	}

	BlockOrder remove(String id) {
		return new BlockOrder(this.blocks.stream().filter((block) -> !block.id().equals(id)).toList());
	}

	int place(String id) {
		for (int at = 0; at < this.blocks.size(); at++) {
			if (this.blocks.get(at).id().equals(id)) {
				return at;
			}
		}
		return -1;
	}

	private BlockOrder swap(int one, int other) {
		if (one < 0 || other < 0 || other >= this.blocks.size()) {
			return this;
		}
		List<PageBlock> changed = new ArrayList<>(this.blocks);
		Collections.swap(changed, one, other);
		return new BlockOrder(List.copyOf(changed));
	}

}
