package dev.sayso.consent.card;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.SayUndo;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Takes back what an operator just changed on the General tab, as the message of that
 * change offers it.
 */
@ConsolePage
class SayUndoController {

	private final SayUndo undo;

	SayUndoController(SayUndo undo) {
		this.undo = undo;
	}

	/** Tells of changes, with the button that takes them back. */
	static void offer(RedirectAttributes redirect, ProfileId profile, List<LedgerEntry> changes, String code,
			Serializable... args) {
		ArrayList<String> ids = new ArrayList<>(changes.stream()
			.filter((entry) -> !PendingOptIns.isDrop(entry))
			.map((entry) -> entry.id().toString())
			.toList());
		Flash.undoable(redirect, new Flash.Undo("/profiles/" + profile + "/undo", ids), code, args);
	}

	@PostMapping("/profiles/{id}/undo")
	String undo(@PathVariable String id, @RequestParam(defaultValue = "") List<String> change, Actor actor,
			RedirectAttributes redirect) {
		List<UUID> changes = Choices.readAll(change, Ids::parse).stream().limit(Purpose.values().length).toList();
		List<LedgerEntry> undone = this.undo.undo(ProfileId.from(id), actor, changes);
		if (undone.isEmpty()) {
			Flash.warn(redirect, "say.undo.newer");
		}
		else if (undone.size() < changes.size()) {
			Flash.warn(redirect, "say.undo.partly", undone.size(), changes.size());
		}
		else {
			Flash.done(redirect, "say.undo.done", undone.size());
		}
		return "redirect:/profiles/" + id;
	}

}
