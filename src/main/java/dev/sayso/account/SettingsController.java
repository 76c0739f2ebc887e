package dev.sayso.account;

import org.springframework.web.bind.annotation.GetMapping;

import dev.sayso.shared.page.ConsolePage;

@ConsolePage
class SettingsController {

	@GetMapping("/settings")
	String overview() {
		return "account/settings";
	}

}
