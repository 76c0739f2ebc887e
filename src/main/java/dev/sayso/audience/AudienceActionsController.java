package dev.sayso.audience;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Serves the actions on an audience as a whole: its versions, copies, the archive, and
 * its members.
 */
@ConsolePage
@RequestMapping("/audiences/{id}")
class AudienceActionsController {

	private final Audiences audiences;

	private final AudienceManagement management;

	private final FixedListManagement lists;

	private final AudienceVersions versions;

	AudienceActionsController(Audiences audiences, AudienceManagement management, FixedListManagement lists,
			AudienceVersions versions) {
		this.audiences = audiences;
		this.management = management;
		this.lists = lists;
		this.versions = versions;
	}

	@GetMapping("/versions")
	String versions(@PathVariable String id, Model model) {
		Audience audience = this.audiences.get(id);
		model.addAttribute("audience", audience);
		model.addAttribute("rows", this.versions.changes(audience));
		return "audience/versions";
	}

	@GetMapping("/members")
	String members(@PathVariable String id) {
		return "redirect:/profiles?" + query(this.audiences.get(id));
	}

	@GetMapping("/export")
	String export(@PathVariable String id) {
		Audience audience = this.audiences.get(id);
		return "redirect:/exports/new?name=" + encode(audience.name()) + "&query=" + encode(query(audience));
	}

	@PostMapping("/copies")
	String duplicate(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return copy(id, (audience) -> this.lists.duplicate(audience, actor), "audience.duplicated", redirect);
	}

	@PostMapping("/lists")
	String freeze(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return copy(id, (audience) -> this.lists.freeze(audience, actor), "audience.frozen", redirect);
	}

	@PutMapping("/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, true, actor, redirect);
	}

	@DeleteMapping("/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, false, actor, redirect);
	}

	private String copy(String id, UnaryOperator<Audience> act, String done, RedirectAttributes redirect) {
		Audience audience = this.audiences.get(id);
		try {
			Audience copy = act.apply(audience);
			Flash.done(redirect, done, copy.name());
			return "redirect:/audiences/" + copy.slug();
		}
		catch (InvalidConditionException ex) {
			Flash.error(redirect, "audience.not-copied", audience.name());
			return "redirect:/audiences/" + audience.slug();
		}
	}

	private String archive(String id, boolean archived, Actor actor, RedirectAttributes redirect) {
		Audience changed = this.management.archive(this.audiences.get(id).id(), archived, actor);
		Flash.done(redirect, archived ? "audience.archive.done" : "restored", changed.name());
		return "redirect:/audiences/" + changed.slug();
	}

	static String query(Audience audience) {
		return "condition=" + encode(ConditionJson.write(audience.membership()));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
