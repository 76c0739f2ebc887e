package dev.sayso.account;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.account.token.OneTimeSecret;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * What helps somebody who cannot sign in, or should not any more: a new password, an open
 * lock, the end of their sessions.
 */
@ConsolePage
class AccountActionsController {

	private final Accounts accounts;

	private final AccountManagement management;

	AccountActionsController(Accounts accounts, AccountManagement management) {
		this.accounts = accounts;
		this.management = management;
	}

	@GetMapping("/settings/accounts/{id}/password")
	String confirm(@PathVariable String id, Model model) {
		model.addAttribute("account", AccountView.of(this.accounts.get(id), null));
		return "account/reset";
	}

	@PostMapping("/settings/accounts/{id}/password")
	String reset(@PathVariable String id, Model model, Actor actor, HttpServletResponse response) {
		Account account = this.accounts.get(id);
		String password = this.management.resetPassword(account, actor);
		return OneTimeSecret.password(account.name(), account.username(), password).show(model, response);
	}

	@DeleteMapping("/settings/accounts/{id}/lock")
	String unlock(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Account account = this.accounts.get(id);
		this.management.unlock(account, actor);
		Flash.done(to, "account.unlocked", account.name());
		return "redirect:/settings/accounts/" + id;
	}

	@DeleteMapping("/settings/accounts/{id}/sessions")
	String signOut(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Account account = this.accounts.get(id);
		this.management.signOutEverywhere(account, actor);
		Flash.done(to, "account.signed-out", account.name());
		return "redirect:/settings/accounts/" + id;
	}

}
