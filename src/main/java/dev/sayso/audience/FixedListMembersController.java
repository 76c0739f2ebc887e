package dev.sayso.audience;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Changes the members of a fixed list by files that name people.
 */
@ConsolePage
class FixedListMembersController {

	private final Audiences audiences;

	private final FixedListManagement lists;

	FixedListMembersController(Audiences audiences, FixedListManagement lists) {
		this.audiences = audiences;
		this.lists = lists;
	}

	@PostMapping("/audiences/{id}/members")
	String change(@PathVariable String id, @RequestParam @Nullable MultipartFile file,
			@RequestParam(defaultValue = "add") String act, Actor actor, RedirectAttributes redirect)
			throws IOException {
		Audience list = this.audiences.get(id);
		if (!list.isList()) {
			throw new NotFoundException("list " + id);
		}
		try {
			boolean in = !act.equals("remove");
			tell(this.lists.change(list, names(file, false), in, actor), in ? "added" : "removed", redirect);
		}
		catch (ProfileNamesFile.Unreadable ex) {
			Flash.error(redirect, String.valueOf(ex.getMessage()));
		}
		return "redirect:/audiences/" + list.slug();
	}

	static void tell(FixedListManagement.Result result, String done, RedirectAttributes redirect) {
		if (result.unknowns() == 0) {
			Flash.done(redirect, "audience.list." + done, result.changed(), result.named());
		}
		else {
			Flash.warn(redirect, "audience.list." + done + ".some", result.changed(), result.named(), result.unknowns(),
					String.join(", ", result.unknown()));
		}
	}

	/** The names in a file, which may be missing where it is needless. */
	static List<String> names(@Nullable MultipartFile file, boolean needless)
			throws IOException, ProfileNamesFile.Unreadable {
		if (needless) {
			return List.of();
		}
		if (file == null || file.isEmpty()) {
			throw new ProfileNamesFile.Unreadable("audience.list.fault.none");
		}
		return ProfileNamesFile.of(file.getInputStream());
	}

}
