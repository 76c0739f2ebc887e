package dev.sayso.consent.receipt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

	@Bean
	static RoomBeans receiptBeans() {
		return new RoomBeans(new SettingsSection("receipts", "certificate", 40));
	}

}
