package dev.sayso.shared;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What a room brings to others, such as its place in the navigation and its access rules:
 * each value becomes a bean, so that those who ask for all of its type get it too. A room
 * declares this as a static bean.
 */
public record RoomBeans(Object... values) implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		for (Object value : this.values) {
			factory.registerSingleton(value.toString(), value);
		}
	}

}
