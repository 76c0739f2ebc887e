package dev.sayso.person;

import java.util.List;

import dev.sayso.shared.Channel;

/**
 * Tells which channels the deployment uses; whoever keeps the settings of channels
 * implements it.
 */
public interface ChannelsInUse {

	/**
	 * The channels that are shown and asked for, in their usual order.
	 */
	List<Channel> channelsInUse();

}
