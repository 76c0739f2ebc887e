package dev.sayso.shared.page;

/**
 * A section of Settings; a room declares one as a bean and serves
 * {@code /settings/<path>} itself.
 *
 * @param path the last part of the URL
 * @param icon a symbol of the sprite
 * @param order where it stands, lowest first
 */
public record SettingsSection(String path, String icon, int order) {

	public String title() {
		return "settings." + this.path;
	}

	public String href() {
		return "/settings/" + this.path;
	}

}
