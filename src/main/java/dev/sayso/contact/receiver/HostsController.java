package dev.sayso.contact.receiver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The machines of one's own that webhooks may go to.
 */
@ConsolePage
@RequestMapping("/settings/webhooks")
class HostsController {

	private static final int MOST = 50;

	private final Settings settings;

	private final Audit audit;

	private final TransactionTemplate transaction;

	HostsController(Settings settings, Audit audit, TransactionTemplate transaction) {
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
	}

	/** Names, one a line. */
	record HostsForm(@Nullable String hosts) {

		private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}]");

		List<String> named() {
			return (this.hosts == null) ? List.of()
					: this.hosts.lines()
						.map((line) -> line.strip().toLowerCase(Locale.ROOT))
						.filter((line) -> !line.isEmpty())
						.distinct()
						.toList();
		}

		boolean isValid() {
			return named().size() <= MOST && named().stream().allMatch((host) -> HOST.matcher(host).matches());
		}

	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new HostsForm(this.settings.get(OutboundHosts.SETTING, "")));
		return "contact/receiver/hosts";
	}

	@PutMapping
	String save(@ModelAttribute("form") HostsForm form, BindingResult errors, Actor actor, HttpServletResponse response,
			RedirectAttributes to) {
		if (!form.isValid()) {
			errors.rejectValue("hosts", "receiver.hosts.fault", new Object[] { MOST }, "");
			response.setStatus(422);
			return "contact/receiver/hosts";
		}
		this.transaction.executeWithoutResult((status) -> change(String.join("\n", form.named()), actor));
		Flash.done(to, "receiver.hosts.saved");
		return "redirect:/settings/webhooks";
	}

	private void change(String named, Actor by) {
		List<FieldChange> changes = FieldChange.between(
				Map.of(OutboundHosts.SETTING, this.settings.get(OutboundHosts.SETTING, "")),
				Map.of(OutboundHosts.SETTING, named));
		if (!changes.isEmpty()) {
			this.settings.set(OutboundHosts.SETTING, named);
			this.audit.write(by, "edited", new AuditSubject("settings", "webhooks", "webhooks"), changes);
		}
	}

}
